"""How drills are described that are not named: patterns over spelt text (see `spelling`).

Spelt text has one spelling for each part of the body and neither spaces, hyphens nor long marks. The more
special description stands first.
"""

from otehon.advice.words.high import HIGH
from otehon.advice.words.low import LOW
from otehon.advice.words.pattern import any_of

DESCRIPTIONS: tuple[tuple[str, str], ...] = LOW + HIGH
"""What a body does in a drill, by the drill's id."""

BODY = any_of(
    "インタバル|ビ玉|おはじき|足首|チュブ|バンド|メトロノム|bpm|縄|ハドル|段|台|箱|芝|斜面|体を|手足|腕立て|空中|ふくらはぎ|アキレス腱|腸腰筋|その場|足|膝|腰|かかと|つま先|お尻|もも",
    "仰向け|うつ伏せ|四つ|横向き|壁|肘|背中|腕|股関節|坂|タオル|骨盤",
    "leg|hips|heel|toes|knee|arm|metronome|step",
)
"""No description is without one of these."""

PRESCRIBES = any_of(
    "ましょう|ください|下さい|行[いうっな]|おこな|繰り返|繰りかえ|おすすめ|お勧め|効果的|有効|続け|やってみ|試し|取り入れ|してみ|みて",
    r"(?<![a-z])(?:repeat|perform|practi[cs]e|do (?:this|that|it))(?![a-z])",
)
"""What makes a described movement one to be done."""

OF_FORM = any_of(
    "意識|イメージ|癖|クセ|くせ|傾向",
    "走[りる](?:まし|よう|と|こと|際|時|とき|ながら|方)|走れ|フォーム(?!ロ)|着地(?:し|す|が|の|を)|感覚が",
    "よう(?:に)?(?:心|注意|気)|ことを心|ことが(?:大切|重要)|(?:こと|点)に注意|ため(?:に|の)|すぎ|動きが|られ(?:て|る|な)|てい(?:ます|る|ない|ません)",
    "ことで|と、|ない(?:よう|で)",
)
"""What makes it a matter of running form."""

NOUN = "(?:動き|動作|運動|体操|エクササイズ|トレニング|練習|ドリル)"
"""What a described movement is called."""

NEXT = any_of(
    "次に|続いて|さらに|また、|そして|その[後あ]と?|あわせて|合わせて|加えて|最後に|もう[一1]つは|then|next"
)
"""What begins a sentence about another drill."""

_DOSE = (
    r"(?:左右|前後|交互に|各|それぞれ|片[足脚側]|両[足脚側]|約|毎日|まずは|\s)*(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
    r"\s?(?:[~-]\s?\d{1,3}\s?)?(?:回|秒|分|往復|歩|本|m|メートル|セット)"
)

CLAUSE_END = (
    r"(?:(?P<noun>運動|体操|ドリル|動き|動作|練習|トレーニング|エクササイズ|ストレッチ)(?=[をはも]?[、\s]{0,2}"
    rf"{_DOSE})|(?:[うくぐすつぬぶむる]|ます|ましょう|ください|下さい)(?=。\s?(?:[こそ]れを)?{_DOSE}))"
)
"""What a movement is called, or the end of its sentence, with its dose at once, in folded text."""

CLAUSE = r"(?!ゆっくり|.*(?:鍛え|強化|意識|高め|目的|戻|繰り返)).{3,}[うくぐすつぬぶむるた][^をはがに]{0,10}"
"""A clause that says what is done, in folded text."""
