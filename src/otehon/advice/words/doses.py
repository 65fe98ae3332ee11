"""The grammar of doses as patterns over folded text.

`{n}` is a number, `{r}` a number or a range of numbers. Order matters: what stands first takes the text.
Every pattern is bounded, so that a scan is linear.
"""

NUMBER = r"(?:\d{1,4}(?:\.\d)?|[一二三四五六七八九十百]{1,4})"
RANGE = rf"{NUMBER}(?:\s?(?:回|秒|分|セット|本)?間?\s?(?:[~〜\-–—−ー―]|から|or|to|and|または|か)\s?{NUMBER})?"

_ABOUT = r"(?:ほど|程度|くらい|ぐらい|前後)?"
_SECONDS = r"(?:秒間?|seconds?|secs?|sec\.|s(?![a-z])|″)"
_MINUTES = r"(?:分間?(?!の[一二三四\d])|minutes?|mins?|min\.)"
_TIME = rf"(?:{_SECONDS}|{_MINUTES}(?:半|{NUMBER}秒間?)?)"
_STILL = (
    r"(?:キープ|静止|停止|止め|止ま|保持|維持|保[ちっつ]|ホールド|ストップ|そのまま|耐え|動きを止"
    r"|待[ちっ]|維持し|hold|pause|isometric)"
)

PATTERNS: tuple[tuple[str, str], ...] = (
    # -- what is no dose ------------------------------------------------------------------------------
    (
        "frequency",
        r"(?:週|月|年)(?:間)?(?:に|あたり|で)?\s?(?:約)?{r}\s?(?:回|日|度|セット|本|から)?(?:程度|ほど|ずつ)?"
        r"|1週間に\s?{r}\s?(?:回|日)|{r}\s?(?:回|日)\s?/\s?週|毎週{r}回"
        r"|(?:{r}|once|twice|three|four|five)\s?(?:times|x|days|sessions|nights)?\s?"
        r"(?:a|per|each|every|/)\s?(?:week|month|wk)"
        r"|(?:once|twice|{r}\s?times|{r}x)\s(?:a|per|each|every)?\s?(?:day|daily)|every {n} days",
    ),
    (
        "rest",
        rf"(?:休憩|レスト|インターバル|休み|休息|(?:セット|種目)間(?:の休憩)?|間に|合間に)(?:時間)?(?:は|を|に|で|が|:|\s)?\s?(?:約|各)?{{r}}\s?{_TIME}"
        r"(?:程度|ほど|の休憩|休[むみん憩])?"
        rf"|{{r}}\s?{_TIME}{_ABOUT}(?:間)?(?:の)?\s?(?:休[憩息むみん]|レスト|インターバル|(?:of )?(?:rest|recovery|break))"
        rf"|(?:rest(?:ing)?|recover(?:y)?|break)(?: for| of| between sets| periods?|:)?\s?{{r}}[\s-]?{_TIME}",
    ),
    (
        "rate",
        r"{n}\s?(?:分間?|秒間?)(?:に|あたり)(?:約)?\s?{r}\s?(?:歩|回|ステップ|拍|beats|steps)?"
        r"|{r}\s?(?:bpm|spm|歩/分|回/分|拍/分|steps? per minute|beats per minute)"
        r"|(?:心拍数?|hr|ピッチ|ケイデンス|テンポ|bpm|cadence)(?:は|を|が|:|\s)?\s?(?:約|毎分)?{r}(?:\s?(?:回|歩|以下|前後|程度))?"
        r"|毎分\s?{r}\s?(?:歩|回|拍)?",
    ),
    (
        "pace",
        r"(?:時速|秒速|分速)\s?{r}(?:\.\d+)?\s?(?:km|キロ|m)?"
        r"|(?:キロ|1\s?km|/km|ペース|1\s?キロ)(?:は|を|が|あたり|\s)?\s?{r}\s?(?::|分)(?:\d{1,2}秒?|半)?(?:程度|前後|ペース)?"
        r"|{n}\s?分(?:\d{1,2}秒)?\s?/\s?(?:km|キロ)|{n}:\d{2}\s?(?:/km|ペース)|{n}\s?(?:km/h|kph)",
    ),
    ("clock", r"(?:午前|午後|朝|夜|昼|夕方)?\s?\d{1,2}時(?:\d{1,2}分|半)?(?!間)|\d{1,2}:\d{2}(?!\d)"),
    (
        "when",
        r"(?:食後|食前|起床後|入浴後|入浴前|運動[前後]|練習[前後]|就寝前|寝る前|走る前|走った後|ラン[前後]|開始)(?:の|に|は|から)?\s?{r}\s?(?:分|秒|時間)(?:間|以内|前|後|程度)?"
        r"|{r}\s?(?:分|秒|回|日|週間|週|[かヶカケ箇]月|セット|時間|本|歩)間?\s?(?:後|前(?!後)|以内|以降|目(?!安|標)|おき|ごと|毎|置き|間隔)"
        r"|(?:最初|初め|はじめ|最後)の\s?{n}\s?(?:分|回|秒|週間|日|歩|本)間?"
        r"|after {r} (?:minutes|weeks|days|seconds)|within {r} \w+|every {r} (?:seconds|minutes|secs|mins)",
    ),
    ("breath", r"(?:深?呼吸|息)(?:を)?\s?{r}\s?(?:回|秒)|{r}\s?(?:呼吸|breaths?)"),
    (
        "each",
        r"(?:1|一)回(?:(?:1|一)回|ごと|の動作|ずつ丁寧|りの|り)|(?:1|一)歩(?:1|一)?歩?|半歩|もう(?:一|1)回|1回(?=\s?{n}\s?(?:秒|分|回))",
    ),
    (
        "daily",
        r"(?:(?:1|一)日(?:に|あたり)?|毎日|朝晩|朝夕|朝昼晩)\s?(?:合計|計|約|各)?\s?{r}\s?(?:回|度|セット|分間?|秒間?)(?:ずつ)?",
    ),
    (
        "metres",
        r"{r}\s?(?:m(?![a-z²])|メートル|ｍ|km(?![a-z])|キロ(?!グラム)|meters?|metres?|ヤード|yards?)",
    ),
    (
        "measure",
        r"{r}\s?(?:cm|センチ|mm|ミリ|kg|キログラム|度(?!目)|°|%|パーセント|割|歳|代|倍|種目|種類|点|段(?!階)"
        r"|つ(?!ま)|個|人|日(?!本)|週|[かヶカケ箇]月|cm|inch(?:es)?|lbs?|degrees?|カウント|階|番|頭|直線|重跳|重とび|大|点支持|指|足|本(?:足|指|線|の))"
        r"|十分(?!間)|半分",
    ),
    # -- within a repetition ------------------------------------------------------------------------
    (
        "tempo",
        rf"{{r}}\s?(?:秒間?|カウント){_ABOUT}(?:ずつ)?(?:かけて|掛けて|かけ(?=[、で])|数えながら)|over {{r}} (?:seconds|secs?)",
    ),
    (
        "tempo_short",
        r"[1-8一二三四五六七八]\s?秒"
        + _ABOUT
        + r"で(?=.{0,8}(?:上|下|降|戻|伸|曲|立|沈|押|引|持|しゃが|倒|起|吸|吐))",
    ),
    (
        "still",
        rf"{{r}}\s?{_TIME}{_ABOUT}(?:、|を|は|の|ずつ|ずつ、|間|,|\s)?\s?{_STILL}|{_STILL}(?:\s?(?:する|時間|は|を|:|for|で))?\s?(?:約|各|左右|the position for |it for |for )?\s?{{r}}\s?{_TIME}",
    ),
    # -- the dose -------------------------------------------------------------------------------------
    (
        "unit",
        r"(?:(?:を|で)\s?(?:1|一)セット(?=とし|と考|に|で|\s?[×x]|、|を|ず)|(?:1|一)セット(?=\s?(?:は|につき|あたり|=|:|が|の|当たり)?\s?(?:左右)?(?:各)?\s?{n}\s?(?:回|秒|分)|あたり|につき))",
    ),
    (
        "sets",
        r"{r}\s?-?(?:セット|sets?|サイクル|周(?!り)|ラウンド|クール|rounds?|circuits?|cycles?)(?!目|間|ごと)(?:\sof)?",
    ),
    (
        "product",
        r"{n}\s?[×x✕✖*]\s?{r}(?!\s?[×x✕✖]\s?\d)\s?(?:回|reps?|秒間?|分間?|sec(?:ond)?s?|min(?:ute)?s?|s(?![a-z]))|(?<!\d)[2-6]\s?[×x✕✖*]\s?{r}(?!\s?(?:セット|sets?|m|回|本))",
    ),
    (
        "repeated",
        r"(?:これ|一連の(?:動作|流れ)|上記|この(?:動作|動き|流れ))を\s?(?:左右)?(?:各|交互に)?\s?{r}\s?(?:回|セット)",
    ),
    (
        "times",
        r"[×x✕✖*]\s?(?:左右)?(?:各)?\s?{r}\s?(?:セット|回|本|sets?|reps?|rounds?)?(?!\s?(?:m|cm|kg|秒|分|\d))",
    ),
    ("seconds", rf"{{r}}[\s-]?{_TIME}"),
    ("hours", r"{n}\s?(?:時間|hours?|hrs?)(?:半)?"),
    (
        "reps",
        r"{r}[\s-]?(?:回|レップ|reps?|repetitions?|times|往復|発|hops|jumps|steps(?! per)|strides|lunges|squats)",
    ),
    ("runs", r"{r}\s?(?:本|歩)"),
)
"""Kind of a token, and how it is written."""

PROGRESS = (
    r"慣れ|余裕が|余裕の|できるようにな|徐々に|少しずつ(?:増|伸|回数|時間)|レベルアップ|中級者|上級者|最終的|物足りな|きつい|キツい|キツイ|難しい(?:場合|方|人|時|とき)"
    r"|辛い場合|つらい場合|できない(?:場合|方|人)|once (?:you|that)|progress|when (?:you|that|it)|build up|work up|as you get|advanced|too hard|to start"
)
"""What follows is a later or another dose, not the main one."""

ALTERNATIVE = r"(?:または|もしくは|あるいは|(?<![a-z])or|か|、?目安は約|\(約|\(およそ)\s?(?:約)?$"
"""What follows is the same dose said in another way."""

COUNTED = frozenset({"sets", "product", "seconds", "hours", "reps", "runs", "times", "still", "repeated"})
"""Kinds of tokens that make a dose."""
