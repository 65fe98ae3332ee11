"""Words around a drill's name that say how it is meant: patterns over folded text."""

from otehon.advice.words.pattern import any_of

NOT_NEGATED = any_of(
    "(?:行わない|やらない|しない|避ける|やめる|省く|抜く)(?:のは|手は|と|なんて|ことは?)"
    "(?:もったいない|勿体ない|ない|ありません|損|惜しい|効果が)",
    "欠かさず|欠かせ|忘れず|怠らず|避けずに|嫌がらず|やめずに|休まず|無理のない",
    "(?:行わ|やら|し)なければ(?:なりません|いけません|ならない)",
    "(?:行わ|おこなわ|やら|し|取り入れ|続け)ないと(?!いう|言|決め|思|考)",
    "だけで(?:は|も)なく|のみならず|に限らず|だけじゃなく|避けて(?:は|通れ)",
)
"""Negations that prescribe."""

NEGATED_AFTER = any_of(
    "行わない|おこなわない|行なわない|やらない|実施しない|取り入れない|しない(?:で|よう|こと|方)|せずに|行わず|やらず",
    "避け|控え|禁止|禁忌|厳禁|やめ(?:て|る|ま|た|と)|止め(?:て(?:おき|くだ|おく)|ましょう|た方)",
    "(?:段階|時期|タイミング)(?:では|じゃ)(?:あり|な)|(?:今|いま|まだ)は(?:不要|早|無理|我慢)",
    "中止|中断|お休み|(?<![秒分])休んで|休止|見送|外し(?:て|ま)|除(?:い|き|く|外)|不要|必要は?(?:ありません|ない|なし)",
    "いりません|要りません|不向き|向きません|向いてい?ない|向いていません|適しません|適していません",
    "(?:おすすめ|お勧め|推奨)(?:しません|できません|しない|できない|されません)|勧めません|逆効果|危険",
    r"(?<![a-z])ng(?![a-z])|(?:^|(?<=[\s:(は]))×(?!\s?[\d左右各片])|まだ早|早すぎ|時期尚早|省略|省い|スキップして|(?<!段)飛ばし|後回し",
    "(?:刺激|負担|衝撃|負荷|強度|リスク)が(?:大き|強|高)[す過]ぎ|悪化(?:させ|する)(?:可能性|おそれ|恐れ|ので|ため|こと)",
    "は、?来[週月年](?:から|以降)(?:に|で|$)",
    "に(?:は|も)?(?:進ま|移ら|挑戦し)(?:ない|ず)|お預け|封印|保留|見合わせ|延期|先送り|棚上げ|(?:もう少し|しばらく|まで|あと[^。、]{1,8})、?待[ちとっ]",
    "(?:^|は、?|今[週回日]は)(?:なし|ナシ|無し)(?=[。、でに]|$)|優先度[がは]低",
    "(?:して|っ)は(?:いけません|なりません|いけない|だめ|ダメ)|は(?:だめ|ダメ)",
    "なくても?(?:いい|良い|よい|構い|大丈夫|問題)|当面なし|を?卒業|手を出さ|無理(?:なの|だか|です)|荷が重|(?:負荷|強度|ハードル|難易度)が高(?:すぎ|いの|いた)",
    "should(?:n't| not)|must not|on hold|(?:is|are) too (?:much|demanding|hard|risky|early|intense)",
    "(?:is|are) not|aren't|isn't|can wait|off limits",
    "not (?:recommended|advised|suitable|needed|necessary)",
)
"""Cues after a name, in its sentence, that advise against it."""

OF_MANNER = any_of(
    "長時間|長い時間|長く|何[回度分セ]|たくさん|一度に|一気に|深く|高く|速く|早く|強く|全力|急[いぐ]|頻繁|完璧|競[うっ]|反動|力任せ|大きく|限界|最大"
)
"""Words between a name and such a cue that make it one of how or how much, not of the drill."""

_NEGATED_BEFORE = any_of(
    r"\b(?:avoid|skip|(?:don't|do not)(?: (?:do|add|include|start|try|use|perform))?|stop|stop doing"
    r"|no|never do|without|refrain from|(?:don't|do not|no) need(?: to do| for)?|forget|lay off|hold off on"
    r"|steer clear of|stay away from|not|leave out|drop)\s(?:any |the |doing |more |heavy |all )*",
    r"\b(?:avoid|skip|stop|leave out|drop|no)\s(?:any |the |doing |more |all )*(?![a-z]*ing )[a-z-]{3,12} ",
    "(?:ng|禁止|避けるべき|やってはいけない|行わない|控えるべき|避けたい)(?:種目|ドリル|運動|こと)?(?:[】:は、・]|\\s)*",
)
NEGATED_BEFORE = f"{_NEGATED_BEFORE}$"
"""Cues directly before a name that advise against it."""

VARIANT_BEFORE = (
    r"(?:する|した|(?<!の)[深重高強速長激]い|過度な|無理な|激しい|付きの?|ありの|を使った"
    r"|\b(?:deep|heavy|weighted|fast|jumping|explosive))\s?$"
)
"""What makes a name that of a variant; a variant advised against leaves the drill itself alone."""

COMPARED_AFTER = (
    r"[」』]?(?:\([^()\n]{0,40}\))?(?:運動|練習|トレーニング|ドリル|動作|種目)?(?:など)?"
    + any_of(
        "より(?!よい|良い)|[にと]?比べ|と比較|に比し|ではなく|じゃなく|でなく|でもなく",
        "の?代わり|の?かわり|の?替わり|に代わ|に替え|に変えて|を(?:やめて|減らして)",
        "を(?:やり|行い|し|取り組み|続け)(?:て(?:き|い)?)?ました(?:ので|から)|を[^、。\\d]{1,10}ました(?:が|けれど|けど)|を(?:やっ|行っ|し|続け)て(?:き|い)た(?:が|けれど|けど|ので)",
        "の(?:約|およそ)?(?:\\d(?:\\.\\d)?|数|何|[二三四五])?倍",
        "と違[いっう]|とは違|とは異な|と異な|ほど(?:では|の|きつ|強|難|負荷|激)|以上に",
        "と同じ(?:く|よう|要領|姿勢|動き|効果|で|よ)|と同様|のよう(?:に|な)|みたい|に似|に近い|に近く",
        "の(?:要領|動きに|動きと|イメージ|つもり)",
        "(?:だけ|のみ)(?:では|だと|じゃ|で(?:終(?!わら(?:せ)?(?:ず|ない))|満足(?!せず|しない))|に(?:頼|なり|偏))(?!なく)|ばかり(?:では|だと|で|して|やって|に|を)(?!なく)",
        "を?(?:いくら|どれだけ)?(?:して|やって|こなして|続けて|頑張って|増やして)(?:いて)?も"
        "(?!、?(?:い[いけ]|良|よ[いろ]|構|かま|ok|大丈夫|問題|効|十分|ら))",
        r"(?:[でをは]?[^、。\d]{0,16}(?:する|増やす|続ける|頑張る|鍛える|行う|やる))より(?:も|先|前|、)",
        "は(?:上級者|中級者|経験者)(?:向け|用)(?:なの|だか|ですの|ですか|のた)",
        "といえば|と聞[いくけ]|を思い浮かべ|と言いたい|と思(?:われ|う(?:人|方|か))",
        "[がはも](?:まだ)?(?:(?:きつ|つら|辛|難し|苦し)(?:ければ|かったら)|無理なら|できなければ|できないなら)",
        r"が\s?(?:まだ|うまく|連続で)?\s?(?:\d{1,3}(?:回|秒)(?:以上)?)?(?:できない|続かない|難しい|きつい|つらい|苦手|物足りない|困難|できる人|できるように)",
    )
)
"""What follows a name that is only compared with."""

COMPARED_BEFORE = (
    r"(?:instead of|rather than|unlike|than|compared (?:with|to)|in place of|similar to|like a|as in"
    r"|harder than|easier than)\s(?:the |a |doing |more |just |extra |endless |another |regular |normal )*$"
)
"""What stands before a name that is only compared with."""

OCCASION_AFTER = any_of(
    "の(?:とき|時|際|最中|場面)",
    r"[はも]?、?(?:もちろん|決して)?"
    "(?:悪くは?(?:あり|な)|大切|重要|有効|効果的|良い|いい|必要|人気|定番|有名|便利|優れ)"
    r"[^、。\d]{0,6}(?:が|けれど|けど)、",
)
"""What follows a name that says only on what occasion, or is granted before another: Xも大切ですが、."""

ANCHORED_AFTER = "(?:を?する|を行う|した)?の?(?:練習)?" + any_of(
    r"[でを][^、。\d]{0,6}(?:つな|繋)[ぎぐい]|で[^、。\d]{0,6}戻[りる]",
    r"(?:easily |slowly |gently |easy )*(?:for [a-z\d ]{1,16})?(?:in )?(?:between|to recover)",
    "前後|前に|後に|前の|後の|前や|前・|前、|後、|[前後](?=\\s?(?:→|⇒|:|[)】」]))|途中|合間|最中|最後|終わり|締め|とき|時に|時の|際",
    "中(?!旬|心)|ペース|フォーム|能力|力を|のスピード|の質|の速度|をする前|を始める前|の効率",
    "に活か|に生か|につなが|に繋が|のパフォーマンス|シューズ|タイム",
)
"""What follows a run that only says when, or what for."""

BETWEEN_BEFORE = (
    r"(?:間|つなぎ|合間)(?:は|に|で|を)[\d\s分秒mメートルの]{0,12}$"
    r"|\d\s?(?:分|秒|m)間?、?(?:と、?)?(?:普通の|軽い|楽な|ゆっくりした?|ゆるい|緩い)$"
)
"""What stands before a run that only fills the pauses."""

ANATOMY_AFTER = any_of(
    "に[^、。]{0,6}力を|の(?:連続|繰り返し)(?:です|だ|で|と|に)|の(?:質|精度|完成度)[をが]",
    "[をが](?:しっかり|まっすぐ|軽く|ぐっと)?(?:伸ば|伸び|締め|引き締|鍛え|効[いかき])",
)
"""What follows a name that is no drill: 腹筋に軽く力を入れる, 走りは片足ジャンプの連続です."""

POSTURE_AFTER = (
    "(?:と同じ)?の?(?:姿勢|体勢|状態|ポジション|ポーズ|格好|構え|形)"
    r"(?:で(?!\d|左右|\s?\d)|から|に|と|になり|をとり|を取り|を作|をつく|を保ちながら|を保ったまま)"
)
STANDING_AFTER = (
    "(?:で(?!の着地|の練習)|のまま|になり|になって|し(?:て|た(?:状態|まま))|から|に(?:なり|なって))"
)
"""What follows a name that only says how the body is placed."""

_AMOUNT = r"(?:\d|[一二三四五六七八九十百数]+(?:回|秒|分|セット|本|歩))"
DOING_AFTER = (
    r"[」』\"）)]?(?:運動|練習|トレーニング|ドリル|エクササイズ)?(?:など)?\s?(?:[(:]|\.{2,3})?\s?(?:も|を|は|や|と|、|に|が)?\s?"
    r"(?:(?:左右|各|それぞれ|交互に|両足|片足ずつ|まずは|毎日|約|ゆっくり|連続)\s?、?)*"
    + any_of(
        _AMOUNT,
        "行[いうっな]|おこな|やり|やって|実施|実践|取り入れ|入れ[てるま]|加え|追加|組み合わせ|プラス|取り組|挑戦|試し",
        "おすすめ|オススメ|お勧め|お薦め|効果的|有効|しましょう|してみ|してくだ|続け|繰り返|始め|最適|良い|よい|役立",
        "習慣|プログラム|推奨|有用|重要|大切|必要(?!は|な[いし]|あり)",
        r"(?:held )?for \d|is |are |can |will |helps? |improves?",
    )
)
"""What follows a name that is prescribed."""

GENERIC_AFTER = "(?:メニュー|種目)?" + any_of(
    "の|として|には|では|で(?!す)|とは|について|といえば|とし|にも|に(?!取り組|挑戦)|効果|全般|:|が必要|が大切|が重要|が不可欠",
    r"は[、\s]?(?:ランナー|走|フォーム|体|姿勢|安定|重要|欠か|必|怪我|パフォ)",
)
"""What follows a class of drills that only introduces the drills themselves."""

GENERIC_BEFORE = (
    "(?:などの|といった|のような|という|など、?|いわゆる|による|等の|を含む|をはじめとする|代表的な)"
    "[^、。]{0,8}$"
)
"""What stands before a class of drills that only sums them up."""

NAMES_ALL = any_of(
    "それぞれ|いずれも|どれも|どちらも|すべて|全て|全部|全種目|各種目|各ドリル|各エクササイズ|各メニュー|これらを|両方とも",
    r"(?:これ|以上|上記|この(?:流れ|メニュー)|全体)を、?\s?(?:通しで|続けて|順に|まとめて)?(?=\s?\d{1,2}(?:[~〜-]\d)?\s?(?:周|巡|セット|ラウンド|サイクル))",
    r"(?:この|以上の?|上記の?|これら|以下の|次の)?\s?[2-9二三四五六](?:つ|種目|種類)(?:の(?:ドリル|種目|エクササイズ|運動))?(?=を|で|とも|は)",
    r"サーキット|1セットとして|をセットで",
    r"順(?:番)?(?:に|で)(?=[^。\n]{0,8}\d{1,2}\s?(?:周|巡|セット|ラウンド|サイクル))",
    r"(?:^|(?<=[。、\s]))(?=\d\s?(?:周|巡|ラウンド|サイクル)(?!目|年|り))",
    r"(?:合?計|全部で|全体で|通しで)(?=\s?\d{1,2}\s?(?:周|ラウンド|サイクル))",
    r"(?:^|(?<=[。、\s:]))各(?=\s?\d)",
    "for all|all exercises|all drills|each exercise|each drill|(?<=[\\d)] )each(?![a-z ]*(?:side|leg|foot))",
)
"""Words after which a dose is that of all drills so far."""

INTRODUCES_ALL = any_of(
    r"[2-9](?:種目|種類)|サーキット|ラウンド|タバタ|\d\s?周|以下|次の|下記|各|それぞれ|すべて|全て|いずれも",
    "following|each|all|rounds? of",
)
"""Words before the drills that make a dose beside them that of all."""

SHARES = "ずつ|各|それぞれ|とも|いずれ|すべて|全て|each"
"""Words that give the last dose of a list to all in it."""

TOGETHER = r"と|や|・|&|/|\+|および|及び|and|→|⇒|または|もしくは|\bor\b"
"""Joints after which a dose is that of both."""

RESUMES = (
    r"(?:運動|練習|トレーニング|ドリル|エクササイズ)?[」』\"）)]?\s?"
    r"(?:は|とは|では|なら|については|の(?:場合|方|ほう)は|:|(?:for|should be held|x)\s)"
)
"""What follows the name of a drill that was named before, and is now explained."""
