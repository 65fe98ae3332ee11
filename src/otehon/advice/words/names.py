"""Words around the name of a drill, folded."""

KATAKANA_SUFFIXES = (
    "ドリル",
    "トレーニング",
    "トレ",
    "エクササイズ",
    "メニュー",
    "ポーズ",
    "キープ",
    "ホールド",
    "バリエーション",
    "ムーブ",
    "ワーク",
    "チャレンジ",
    "ストレッチ",
    "プログラム",
    "ステップ",
    "ランニング",
    "ジョグ",
    "リピート",
    "ローテーション",
    "ツイスト",
    "バランス",
)
"""Katakana that may follow a name without making it another drill's."""

SUFFIXES = (
    "運動",
    "体操",
    "練習",
    "動作",
    "走",
    "走り",
    *KATAKANA_SUFFIXES,
)
"""What belongs to a name that it follows."""

LOOKALIKES = ("シンスプリント", "プランクトン", "スキップビート", "ブリッジワーク")
"""Words that hold the name of a drill and mean something else: shin splints are no sprint."""

GROUNDS: tuple[tuple[str, str], ...] = (
    (
        "hill_run",
        "坂道?(?:を使った|を利用した|を使って|での|で|を|の)(?:軽い|ゆっくりとした|ゆっくりの?|短い|ゆるい)?$",
    ),
    ("grass_run", "芝生?(?:の上)?(?:での|で|の|を)(?:軽い|ゆっくりとした|ゆっくりの?|ゆるい)?$"),
    ("barefoot_run", "裸足(?:での|で|になって|の)(?:軽い|ゆっくりとした|ゆっくりの?|ゆるい)?$"),
)
"""Where a run before its name makes it another drill: 上り坂を使ったジョギング."""

NEEDS_DOSE = frozenset(
    {
        "腹筋",
        "背筋",
        "流し",
        "腕振り",
        "ダッシュ",
        "スプリント",
        "ブリッジ",
        "スキップ",
        "ピッチ走",
        "足踏み",
        "小走り",
        "クライマー",
        "フラミンゴ",
        "クラム",
        "つま先立ち",
        "ドリル練習",
        "ヒップドロップ",
        "ペルビックドロップ",
        "hipdrop",
        "hipdrops",
        "pelvicdrop",
        "pelvicdrops",
        "sprint",
        "sprints",
        "bridges",
        "stride",
        "skip",
        "skips",
        "bounds",
        "trot",
        "quicksteps",
        "stepup",
        "stepsup",
    }
)
"""Names that are words of running text too: they count as an item's head, with a dose or a verb of doing."""
