"""How names of drills look that the catalogue does not have: patterns over folded text."""

from otehon.advice.words.pattern import any_of

ENDINGS = any_of(
    "運動|体操|ドリル|エクササイズ|ストレッチ|ジャンプ|ホップ|ステップ|ウォーク|歩き|スクワット|ランジ|プランク|ブリッジ",
    "クランチ|レイズ|リフト|カール|プレス|プル|ロウ|キック|タップ|ツイスト|スイング|ローテーション|回し|まわし|ポーズ",
    "ホールド|ロール|マーチ|タッチ|スライド|アップ|ダウン|サークル|スロー|バランス|走|ラン|ダッシュ|トレーニング|ドローイン|ジャック",
    "クライム|クロール|リーチ|オープナー|回旋|ほぐし|立ち|跳び|振り|倒し|伸ばし",
    "drill|exercise|walk|jump|hop|raise|lift|curl|press|kick|tap|twist|swing|stretch|hold|rotation|march|bridge|circle|jack|crawl",
)
"""What names of drills end in."""

NO_NAME = any_of(
    r"\d|[左右両片]|初心者|初級|中級|上級|慣れ|朝|昼|夜|夕|[月火水木金土日]曜|合計|目標|週|毎日|休憩|インターバル|時間|頻度|回数|目安|所要",
    "セット|ポイント|注意|ステップ$|ラン$|走$|レース|大会|練習後|練習前|運動$|その他|以下|次の|下記|おすすめ|補強|トレーニング$|ドリル$",
    "エクササイズ$|ストレッチ$|ジャンプ$|スタート|フィニッシュ|準備|姿勢|フォーム(?!ローラー)|効果|目的|ラスト|最初|最後|step|set|rep|rest|note|week|day",
    "筋力アップ|パワーアップ|スピードアップ|レベルアップ|ピッチアップ|ペースアップ|ウォームアップ|ウォーミングアップ|クールダウン|スピードダウン",
    "ペースダウン|バランス$|ホールド$|リフト$|キープ|ハーフマラソン|フルマラソン|ランニング|マラソン|筋トレ|ほぐし$|伸ばし$|タッチ$|アップ$",
    "(?:drill|exercise|walk|jump|hop|raise|lift|curl|press|kick|tap|twist|swing|stretch|hold|rotation|march|bridge|circle)s?$",
)
"""What is no name, though it stands where one might."""

BEFORE_NAME = (
    any_of(
        r"【(?:種目|メニュー|ドリル|エクササイズ|トレーニング|初級|中級|上級|基本|応用|朝|昼|夜|\d|[①-⑳]|[月火水木金土日]曜?日?)[^】\n]{0,6}】",
        r"(?:種目|メニュー|ドリル|エクササイズ|トレーニング|名前|名称|exercise|drill)\s?(?:名|\d{1,2}|[①-⑳])?\s?[:】)]",
        r"[月火水木金土日](?:曜日?)?(?:[・、,/][月火水木金土日](?:曜日?)?){0,6}\s?:",
        r"[^\s:。、()【】|]{1,8}(?:系|編|用|対策|の日|強化)\s?:",
        r"(?:朝|昼|夜|お尻|体幹|下半身|上半身|足首|股関節|ふくらはぎ|もも裏|胸|背中|肩)\s?:",
    )
    + r"\s?"
)
"""What may stand before a name on its line: 【メニュー2】コアツイスト, 火・金：フロッグポンプ 20回."""

HEADS = any_of(
    "種目|種目名|ドリル|ドリル名|エクササイズ|エクササイズ名|メニュー|名前|名称|トレーニング|トレーニング名|動き|運動",
    "exercises?|drills?|movements?|names?|moves?|workouts?",
)
"""The heads of a table's first column."""

GENERAL = any_of(
    "ウォーミングアップ|ウォームアップ|クールダウン|ランニング|ジョギング|トレーニング|ランナー|フォーム|リラックス|バランス|ストレッチ|ポイント|メニュー",
    "ドリル|エクササイズ|スピード|リズム|テンポ|ペース|ピッチ|ストライド|パワー|アドバイス|スタート|ゴール|スケジュール|コンディション|ケア|マッサージ",
    "アイシング|インターバル|セット|キープ|ステップ|レベル|ハムストリングス?|アキレス|ヒラメ|マット|チューブ|シューズ|タオル|ダンベル|ボール|ベンチ",
)
"""Katakana that stands alone in lists and is no drill."""
