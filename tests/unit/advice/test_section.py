import pytest

from otehon.advice import extract_drill_section

BODY = "スクワットを15回、2セット行いましょう。"


def advice(heading: str, closing: str = "【💡 ワンポイントアドバイス】") -> str:
    return (
        f"【📊 現状のフォームについて】\n腰が落ちています。\n\n{heading}\n{BODY}\n\n{closing}\n焦らずに。\n"
    )


@pytest.mark.parametrize(
    "heading",
    [
        "【💪 おすすめの補強ドリル】",
        "【おすすめの補強ドリル】",
        "【💪おすすめ補強ドリル】",
        "【 💪　おすすめの 補強ドリル 】",
        "【💪\u200b おすすめの補強ドリル】",
        "【💪🏽 おすすめの補強ドリル】",
        "【💪\ufe0f おすすめの補強ドリル】",
        "【🏃‍♀️ おすすめの補強ドリル】",
        "【\ufffd おすすめの補強ドリル】",
        "【💪 おすすめの補強ドリル",
        "［💪 おすすめの補強ドリル］",
        "[💪 おすすめの補強ドリル]",
        "〈おすすめの補強ドリル〉",
        "《おすすめの補強ドリル》",
        "## 💪 おすすめの補強ドリル",
        "### **【💪 おすすめの補強ドリル】**",
        "**💪 おすすめの補強ドリル**",
        "■おすすめの補強ドリル",
        "● おすすめの補強ドリル",
        "★おすすめの補強ドリル★",
        "💪 おすすめのドリル:",
        "3. おすすめの補強ドリル",
        "おすすめの補強ドリル",
        "おすすめの補強ドリル\n――――――――",
        "> **💪 おすすめの補強ドリル**",
        "<h3>💪 おすすめの補強ドリル</h3>",
        "【💪 おすすめの補強ﾄﾞﾘﾙ】",
        "【💪 おすすめの補強ト\u3099リル】",
        "【💪 お勧めの補強ドリル（3選）】",
        "【💪 補強ドリルのおすすめ】",
        "【💪 補強トレーニング】",
        "【💪 おすすめの補強エクササイズ】",
        "【💪 おすすめの補強ドリル】：",
        "[💪 Recommended strengthening drills]",
        "## Recommended drills",
    ],
)
def test_section_is_found_under_any_form_of_its_heading(heading: str) -> None:
    assert extract_drill_section(advice(heading)) == BODY


@pytest.mark.parametrize(
    "newline",
    ["\r\n", "\r", "<br>", "<br/>", "\\n", "\u2028"],
    ids=["crlf", "cr", "br", "br/", "literal", "ls"],
)
def test_line_breaks_of_any_kind(newline: str) -> None:
    assert extract_drill_section(advice("【💪 おすすめの補強ドリル】").replace("\n", newline)) == BODY


def test_everything_on_one_line() -> None:
    assert extract_drill_section(advice("【💪 おすすめの補強ドリル】").replace("\n", " ")) == BODY


@pytest.mark.parametrize("fence", ["```", "```markdown"])
def test_code_fence_around_the_advice(fence: str) -> None:
    text = f"{fence}\n## 現状\n腰が低い。\n\n## 💪 おすすめの補強ドリル\n{BODY}\n```"
    assert extract_drill_section(text) == BODY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\u3000",
        "💪💪💪",
        "おすすめの補強ドリルを毎日続けると、フォームが安定します。",
        "下の「【💪 おすすめの補強ドリル】」もご覧ください。",
        "【ドリル】: もも上げドリル",
        "【📊 現状のフォームについて】\nプランクを30秒しています。",
    ],
)
def test_no_section(text: str) -> None:
    assert extract_drill_section(text) is None


def test_empty_section_is_found_and_empty() -> None:
    text = "【💪 おすすめの補強ドリル】\n【💡 ワンポイントアドバイス】\n焦らずに。"
    assert extract_drill_section(text) == ""


@pytest.mark.parametrize(
    "inside",
    ["【注意】痛むときは休みます。", "【回数】20回", "■ 回数\n10回×3セット", "---", "### 1. プランク"],
)
def test_labels_and_rules_inside_the_body_do_not_end_it(inside: str) -> None:
    section = f"{BODY}\n{inside}\nランジを10回。"
    text = f"## 💪 おすすめの補強ドリル\n{section}\n\n## 💡 ワンポイントアドバイス\n焦らずに。"
    assert extract_drill_section(text) == section


@pytest.mark.parametrize(
    "closing", ["【📅 来週の練習計画】", "【💡 ワンポイントアドバイス】ひとつずつ。", "## まとめ"]
)
def test_next_heading_ends_the_section(closing: str) -> None:
    assert extract_drill_section(advice("【💪 おすすめの補強ドリル】", closing)) == BODY


def test_heading_named_before_in_a_sentence_and_in_a_table_of_contents() -> None:
    contents = "目次: 【📊 現状】 / 【💪 おすすめの補強ドリル】 / 【💡 ワンポイントアドバイス】\n"
    mention = "詳しくは「【💪 おすすめの補強ドリル】」へ。\n"
    assert extract_drill_section(contents + mention + advice("【💪 おすすめの補強ドリル】")) == BODY


def test_first_of_two_sections() -> None:
    heading = "【💪 おすすめの補強ドリル】"
    assert extract_drill_section(f"{advice(heading)}\n{heading}\nランジを10回。") == BODY


def test_script_is_not_read() -> None:
    heading = "【💪 おすすめの補強ドリル】"
    text = f"<script>document.write('{heading}')</script>{advice(heading)}"
    assert extract_drill_section(text) == BODY
