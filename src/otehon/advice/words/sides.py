"""How advice says which side: patterns over folded text."""

from otehon.advice.words.pattern import any_of

BOTH = (
    r"左右(?:の[足脚])?(?:に)?(?:それぞれ|とも|ともに|両方|両側|各|ずつ|交互|を?入れ替|を?替え|を?変え|を?代え|を?交代|行[いうっ]|で(?!の差)|均等に行|1セット|合計|共に|計)",
    r"左右、?\s?(?:約|各|それぞれ|交互に)?\s?(?:\d|[一二三四五六七八九十]+[回秒分])",
    r"[×x✕/(、・\s]\s?(?:左右|両側|両[足脚])(?=$|[\s)）×x✕、。\n|])",
    r"左右[)）]?\s?[×x✕]|[×x✕]\s?左右",
    r"左右(?:、|の)?両方",
    r"もちろん左右|右左(?:それぞれ|交互|各)|左・右|左/右|右/左",
    r"反対(?:側|の(?:[足脚手腕]|側|方|サイド)|[足脚]|サイド|方向|向き)?(?:の[足脚手]?)?(?:も|でも|にも|へも|に?も?同様|に?も?同じ|を?繰り返|で繰り返|で?行[いうっ]|に?(?:替|変|代|換)え|に?(?:入れ|切り)替え)",
    r"(?:逆|ぎゃく)(?:側|の[足脚手]|の側|[足脚]|サイド)?(?:も|でも|にも|も?同様|も?同じ|で?行[いうっ]|に?(?:替|変)え)",
    r"もう(?:片方|一方|片側|片[足脚])(?:の(?:[足脚手]|側))?(?:も|でも|にも|も?同様|で?行[いうっ])",
    r"片(?:[足脚手腕]|側|方|ひざ|膝)(?:の[足脚])?(?:ずつ|それぞれ|各|につき|あたり|当たり)",
    r"片(?:[足脚]|側|方)\s?(?:約|各)?\s?\d{1,3}\s?(?:[~〜-]\s?\d+\s?)?(?:回|秒|分|セット)",
    r"両(?:[足脚]|側|方|サイド)(?:とも|も行|を行|で行|行[いうっ]|ずつ|それぞれ|各|、?\s?\d|で?交互)",
    r"各(?:[足脚]|側|片側|片[足脚]|サイド|方向)|それぞれの(?:[足脚]|側)|/\s?(?:片?[足脚側]|片側|サイド|side|leg|each)",
    r"交互",
    r"(?:[足脚]|左右|前後|向き)を?(?:入れ替え|入れかえ|替え|変え|代え|組み替え|チェンジ)(?:て|、|たら|る)(?!な)",
    r"per (?:side|leg|arm|foot)|each (?:side|leg|foot|arm|way|direction)|both (?:sides|legs|feet)|either side|every side"
    r"|left and right|right and left|other (?:side|leg|foot)|opposite (?:side|leg)\b|switch (?:sides|legs|feet)|swap (?:sides|legs)|alternat"
    r"|a side\b|/side|/leg|one leg at a time|left/right|l/r",
)
"""Both sides, one after the other or in turn."""

BOTH_BEFORE = any_of(
    r"左右(?:での|の足での|交互の|それぞれの|\d|各|交互|ずつ)[^、。]{0,8}$",
    "両[足脚]での?$",
    "(?:交互|片[足脚]ずつ)[^、。]{0,6}$",
)
"""Both sides, directly before a drill's name."""


BEFORE = r"[左右](?:の)?(?:[足脚手腕]|側|半身)(?:を(?:中心|軸|支え)(?:と|に)(?:した|して|する)?|だけ|のみ)?(?:で|での|の|を使った|を使う|で行う)?(?:片[足脚])?[^、。左右]{0,3}$"
"""A side directly before a drill's name (右足での、左脚を中心とした)."""

ONLY = (
    r"[左右](?:の)?(?:[足脚手腕]|側)(?:を(?:中心|重点的)に|だけ|のみ)",
    r"(?:left|right) (?:leg|side|foot) only|only (?:the )?(?:left|right) (?:leg|side|foot)|on (?:the|your) (?:left|right) (?:leg|foot)\b",
)
"""One side only."""

EITHER_DOSE = any_of(
    r"\(([左右])[足脚側]?\)",
    r"([左右])(?:の?[足脚手腕側])?(?:で|を|に|は|、|:|\s)?\s?[約各]?\d{1,3}\s?(?:[~〜-]\s?\d+\s?)?(?:回|秒|分|セット)",
)
"""A side with a dose of its own; two of them make both."""
