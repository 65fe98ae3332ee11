"""Parts of the descriptions of movements: patterns over spelt text."""

UP = "(?:引き?上げ|持ち上げ|上げ|浮か)"
DOWN = "(?:落と|下ろ|おろ|沈|下げ)"
FLOOR = "(?:床|地面|マット)?"
ALL_FOURS = "四つ(?:ん?這い|足)"
ON_SIDE = "横(?:向き|になり|になって|たわ)"
TOES = "足の?(?:指|ゆび|趾)"
