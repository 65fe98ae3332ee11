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
)
"""What is no name, though it stands where one might."""
