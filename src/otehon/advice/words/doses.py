"""The grammar of doses: patterns over folded text.

What stands first takes the text. Every pattern is bounded, so that a scan takes linear time, and begins with
a sign of `FIRST`, so that it is quick.
"""

from otehon.advice.numerals import ENGLISH
from otehon.advice.words.pattern import any_of, maybe

FIRST = (
    r"(?=[\d回一二三四五六七八九十百半週月年毎休レイセ種間合心ピケテ時秒分キペ午朝夜昼夕食起入運練就寝走ラ"
    r"開最深呼息静停止保維ホスポ耐待×✕✖*a-z])"
)
"""Every pattern begins with one of these; no kana of everyday words is among them."""

NUMBER = rf"(?:\d{{1,4}}(?:\.\d)?|[一二三四五六七八九十百]{{1,4}}|{ENGLISH})"
_TO = any_of(r"[~〜\-–—−ー―]", "から", "or", "to", "and", "または", "か")
RANGE = NUMBER + maybe(rf"\s?(?:回|秒|分|セット|本)?間?\s?{_TO}\s?{NUMBER}")

_ABOUT = maybe("ほど", "程度", "くらい", "ぐらい", "前後")
_SECONDS = any_of("秒間?", "seconds?", "secs?", r"sec\.", "s(?![a-z])", "″")
_MINUTES = any_of(r"分間?(?!の[一二三四\d])", "minutes?", "mins?", r"min\.")
_TIME = any_of(_SECONDS, _MINUTES + maybe("半", NUMBER + "秒間?"))
_TIMES_SIGN = "[×x✕✖*]"

_FREQUENCY = any_of(
    rf"(?:週|月|年)(?:間)?(?:に|あたり|で)?\s?約?{RANGE}\s?(?:回|日|度|セット|本|から)?(?:程度|ほど|ずつ)?",
    rf"1週間に\s?{RANGE}\s?(?:回|日)",
    rf"{RANGE}\s?(?:回|日)\s?/\s?週",
    rf"毎週{RANGE}回",
    rf"(?:{RANGE}|once|twice|three|four|five)\s?(?:times|x|days|sessions|nights)?\s?(?:a|per|each|every|/)\s?"
    "(?:week|month|wk)",
    rf"(?:once|twice|{RANGE}\s?times|{RANGE}x)\s(?:a|per|each|every)?\s?(?:day|daily)",
    rf"every {NUMBER} days",
    rf"{RANGE}\s?回に(?:分け|わけ)",
)

_REST_WORD = any_of("休[憩息むみん]", "レスト", "インターバル", "(?:of )?(?:rest|recovery|break)")
_REST = any_of(
    r"(?:休憩|レスト|インターバル|休み|休息|(?:セット|種目)間(?:の休憩)?|間に|合間に)(?:時間)?(?:は|を|に|で|が|:|\s)?\s?"
    rf"[約各]?\s?{RANGE}\s?{_TIME}(?:程度|ほど|の休憩|休[むみん憩])?",
    rf"{RANGE}\s?{_TIME}{_ABOUT}間?の?\s?{_REST_WORD}",
    rf"(?:rest(?:ing)?|recover(?:y)?|break)(?: for| of| between sets| periods?|:)?\s?{RANGE}[\s-]?{_TIME}",
)

_RATE = any_of(
    rf"{NUMBER}\s?(?:分間?|秒間?)(?:に|あたり)約?\s?{RANGE}\s?(?:歩|回|ステップ|拍|beats|steps)?",
    rf"{RANGE}\s?(?:bpm|spm|歩/分|回/分|拍/分|steps? per minute|beats per minute)",
    rf"(?:心拍数?|hr|ピッチ|ケイデンス|テンポ|bpm|cadence)(?:は|を|が|:|\s)?\s?(?:約|毎分)?{RANGE}"
    r"(?:\s?(?:回|歩|以下|前後|程度))?",
    rf"毎分\s?{RANGE}\s?(?:歩|回|拍)?",
)

_PACE = any_of(
    rf"(?:時速|秒速|分速)\s?{RANGE}(?:\.\d+)?\s?(?:km|キロ|m)?",
    rf"(?:キロ|1\s?km|ペース|1\s?キロ)(?:は|を|が|あたり|\s)?\s?{RANGE}\s?(?::|分)(?:\d{{1,2}}秒?|半)?"
    "(?:程度|前後|ペース)?",
    rf"{NUMBER}\s?分(?:\d{{1,2}}秒)?\s?/\s?(?:km|キロ)",
    rf"{NUMBER}:\d{{2}}\s?(?:/km|ペース)",
    rf"{NUMBER}\s?(?:km/h|kph)",
)

_CLOCK = any_of(
    r"(?:午前|午後|朝|夜|昼|夕方)?\s?\d{1,2}時(?:\d{1,2}分|半)?(?!間)",
    r"\d{1,2}:\d{2}(?!\d)",
)

_WHEN = any_of(
    "(?:食後|食前|起床後|入浴後|入浴前|運動[前後]|練習[前後]|就寝前|寝る前|走る前|走った後|ラン[前後]|開始)(?:の|に|は|から)?"
    rf"\s?{RANGE}\s?(?:分|秒|時間)(?:間|以内|前|後|程度)?",
    rf"{RANGE}\s?(?:分|秒|回|日|週間|週|[かヶカケ箇]月|セット|時間|本|歩)間?\s?"
    "(?:後|前(?!後)|以内|以降|目(?!安|標)|おき|ごと|毎|置き|間隔)",
    rf"(?:最初|初め|最後)の\s?{NUMBER}\s?(?:分|回|秒|週間|日|歩|本)間?",
    rf"after {RANGE} (?:minutes|weeks|days|seconds)",
    rf"within {RANGE} \w+",
    rf"every {RANGE} (?:seconds|minutes|secs|mins)",
)

_BREATH = any_of(rf"(?:深?呼吸|息)を?\s?{RANGE}\s?(?:回|秒)", rf"{RANGE}\s?(?:呼吸|breaths?)")

_EACH = any_of(
    "[1一]回(?:[1一]回|ごと|の動作|ずつ丁寧|りの|り)",
    "[1一]歩[1一]?歩?",
    "半歩",
    rf"[1一]\s?(?:マス|区画|台)に(?:つき)?\s?{RANGE}\s?(?:歩|回)",
    "(?<=もう)[1一](?:回|度)",
    rf"1回(?=\s?{NUMBER}\s?(?:秒|分|回))",
)

_DAILY = (
    r"(?:[1一]日(?:に|あたり)?|毎日|朝晩|朝夕|朝昼晩)\s?(?:合計|計|約|各)?\s?"
    rf"{RANGE}\s?(?:回|度|セット|分間?|秒間?)(?:ずつ)?"
)

_METRES = rf"{RANGE}\s?(?:m(?![a-z²])|メートル|km(?![a-z])|キロ(?!グラム)|meters?|metres?|ヤード|yards?)"

_MEASURE = any_of(
    rf"{RANGE}\s?"
    + any_of(
        "cm|センチ|mm|ミリ|kg|キログラム|度(?!目)|°|%|パーセント|割|歳|代|倍|種目|種類|点|段(?!階)|つ(?!ま)|個(?!ずつ)|人",
        "日(?!本)|週|[かヶカケ箇]月|inch(?:es)?|lbs?|degrees?|カウント|階|番|頭|直線|重跳|重とび|大|指|足",
        "本(?:足|指|線|の(?:足|指|線|棒|木|柱|ライン|テープ|ロープ|ポール|ひも|紐))",
    ),
    "十分(?!間)",
    "半分",
)

_STILL_WORD = any_of(
    "キープ|静止|停止|止め|止ま|保持|維持|保[ちっつ]|ホールド|ストップ|そのまま|耐え|動きを止|待[ちっ]",
    "hold|pause|isometric",
)
_STILL = any_of(
    rf"{RANGE}\s?{_TIME}{_ABOUT}(?:、|を|は|の|ずつ|ずつ、|間|,|\s)?\s?{_STILL_WORD}",
    r"(?:キープ|静止|停止|保持|維持|ホールド|ストップ|hold|pause)(?:\s?(?:する|時間|は|を|:|for|で))?\s?"
    rf"(?:約|各|左右|the position for |it for |for )?\s?{RANGE}\s?{_TIME}",
)

_TEMPO = any_of(
    rf"{RANGE}\s?(?:秒間?|カウント){_ABOUT}(?:ずつ)?(?:かけて|掛けて|かけ(?=[、で])|数えながら)",
    rf"over {RANGE} (?:seconds|secs?)",
    rf"[1-8一二三四五六七八]\s?秒{_ABOUT}で"
    "(?=.{0,8}(?:上|下|降|戻|伸|曲|立|沈|押|引|持|しゃが|倒|起|吸|吐))",
)

_UNIT = any_of(
    "(?<=[回秒])[1一]セット(?=とし|と考)",
    r"(?<=[をで])\s?[1一]セット(?=とし|と考|に|で|\s?[×x]|、|を|ず)|(?<=これで)\s?[1一]セット",
    r"(?<=[をで])\s?[1一](?:サイクル|周|ラウンド)(?=とし)|(?<==)\s?[1一]セット",
    r"(?:(?<=続けて)|(?<=まとめて)|(?<=合わせて)|(?<=通して)|(?<=通しで))\s?[1一]セット(?=とし|と考|に|で|、)",
    rf"[1一]セット(?=\s?(?:は|につき|あたり|=|:|が|の|当たり)?\s?(?:左右)?各?\s?{NUMBER}\s?(?:回|秒|分)|あたり|につき)",
)

_COUNT = rf"(?:about |up to )?{RANGE}(?![\d\-]|\s?-?(?:sec|min|s(?![a-z])|m(?![a-z])|met))"
_SETS = any_of(
    rf"セット数?\s?[:|は]\s?(?:すべて|全て|全部|いずれも|どれも|各|共通で)?\s?{RANGE}(?!\s?[回秒分])",
    rf"(?<!もう)(?<!もう\s){RANGE}\s?-?(?:セット|sets?|サイクル|周(?!り)|巡|ラウンド|クール|rounds?|circuits?|cycles?)"
    rf"(?!目|間|ごと|s? of {_COUNT})",
    rf"(?<![1一])セット数?は\s?{RANGE}回",
    rf"sets\"?\s?:\s?{RANGE}",
)

_PRODUCT = any_of(
    rf"{NUMBER}\s?(?:sets?|rounds?) of {_COUNT}(?:\s?reps?)?",
    rf"{NUMBER}\s?(?:sets?\s?)?{_TIMES_SIGN}\s?{RANGE}(?!\s?[×x✕✖]\s?\d)[\s-]?"
    "(?:回|reps?|秒間?|分間?|sec(?:ond)?s?|min(?:ute)?s?|s(?![a-z]))",
    rf"(?<!\d)[2-6]\s?{_TIMES_SIGN}\s?{RANGE}(?!\d|\s?(?:セット|sets?|m|回|本))",
    rf"(?<![\d.])(?:[7-9]|[1-9]\d)\s?{_TIMES_SIGN}\s?[2-6](?![\d.]|\s?(?:セット|sets?|m|cm|回|本|秒|分|sec|min|s(?![a-z])))",
)

_REPEATED = any_of(
    "(?<=これを)", "(?<=動作を)", "(?<=流れを)", "(?<=動きを)", "(?<=上記を)", "(?<=それを)"
) + (rf"(?:左右)?各?\s?{RANGE}\s?(?:回|セット)")

_FACTOR = (
    rf"{_TIMES_SIGN}\s?(?:左右)?各?\s?{RANGE}(?:\s?(?:セット|回|本|sets?|reps?|rounds?))?"
    r"(?![ ]?(?:m(?![a-z])|met|cm|kg|秒|分|sec|min|s(?![a-z])|\d))"
)

_REPS = any_of(
    rf"(?:回数|レップ数?|reps?)\"?\s?[:|]\s?(?:左右)?[約各]?\s?{RANGE}(?!\s?(?:セット|秒|分|sets?|sec|min))回?",
    rf"{RANGE}\s?(?:per|each|on each|a|/)\s?(?:leg|side|foot)",
    rf"{RANGE}\s?個(?=ずつ)",
    rf"{RANGE}[\s-]?"
    r"(?:回|レップ|reps?|repetitions?|times|往復|発|hops|jumps|taps|steps(?! per)|strides|lunges|squats)",
)

PATTERNS: tuple[tuple[str, str], ...] = (
    ("frequency", _FREQUENCY),
    ("rest", _REST),
    ("rate", _RATE),
    ("pace", _PACE),
    ("clock", _CLOCK),
    ("when", _WHEN),
    ("breath", _BREATH),
    ("each", _EACH),
    ("daily", _DAILY),
    ("metres", _METRES),
    ("measure", _MEASURE),
    ("tempo", _TEMPO),
    ("still", _STILL),
    ("unit", _UNIT),
    ("sets", _SETS),
    ("product", _PRODUCT),
    ("repeated", _REPEATED),
    ("factor", _FACTOR),
    (
        "seconds",
        any_of(rf"{RANGE}[\s-]?{_TIME}", rf"(?:seconds?|secs?)\"?\s?:\s?{RANGE}(?![\s-]?{_MINUTES})"),
    ),
    ("hours", rf"{NUMBER}\s?(?:時間|hours?|hrs?)半?"),
    ("reps", _REPS),
    ("runs", rf"{RANGE}\s?(?:本|歩)|{NUMBER}\s?{_TIMES_SIGN}\s?(?={RANGE}\s?(?:m(?![a-z])|met|メートル))"),
)
"""Kind of a number with its unit, and how it is written."""

COUNTED = frozenset({"sets", "product", "seconds", "hours", "reps", "runs", "factor", "still", "repeated"})
"""The kinds that make a dose; frequency, rest, pace and the like do not."""

PROGRESS = any_of(
    "慣れ|余裕が|余裕の|できるようにな|徐々に|少しずつ(?:増|伸|回数|時間)|レベルアップ|中級者|上級者|最終的|物足りな",
    "きつい|キツい|キツイ|(?:難しい|辛い|つらい|できない)(?:場合|方|人|時|とき)",
    "once (?:you|that)|progress|when (?:you|that|it)|build up|work up|as you get|advanced|too hard|to start",
)
"""What follows is a later or another dose, not the main one."""

ALTERNATIVE = r"(?:または|もしくは|あるいは|(?<![a-z])or|か|、?目安は約|\(約|\(およそ)\s?約?$"
"""What follows is the same dose said in another way."""
