import pytest
from PIL import Image

from otehon.studio.overlay.layout import Layout, Rect, layouts_of
from otehon.studio.overlay.panel import draw_panel
from otehon.studio.overlay.words import Words
from otehon.studio.size import NAMES, SizeName, size_of

LONG = Words(
    title="シングルレッグルーマニアンデッドリフト",
    subtitle="Single-leg Romanian deadlift",
    dose="左右10回（2秒止める） × 3セット",
    cues=(
        "骨盤を床と平行に保ったまま、上体を前に倒していきます",
        "支える脚のひざは軽く曲げて、つま先と同じ向きに",
        "背中から後ろの足まで一直線",
    ),
    muscles="使う筋肉　ハムストリングス・大臀筋・中臀筋・脊柱起立筋",
    note="姿勢の目標値は、解説文の姿勢から定めた目安です。コーチの確認はまだ受けていません。",
)


def figure_rect(layout: Layout, width: int, height: int) -> Rect:
    w = layout.figure
    return Rect(int(w.left * width), int(w.top * height), int(w.right * width), int(w.bottom * height))


@pytest.mark.parametrize("name", NAMES)
def test_words_counter_and_figure_keep_apart_and_inside(name: SizeName) -> None:
    size = size_of(name)
    for layout in layouts_of(size):
        areas = [layout.title, layout.cues, layout.counter, figure_rect(layout, *size)]

        for i, area in enumerate(areas):
            assert 0 <= area.left < area.right <= size.width
            assert 0 <= area.top < area.bottom <= size.height
            assert not any(area.overlaps(other) for other in areas[i + 1 :])


@pytest.mark.parametrize("name", NAMES)
def test_long_words_stay_in_their_areas(name: SizeName) -> None:
    size = size_of(name)
    for layout in layouts_of(size):
        picture = draw_panel(LONG, layout, *size)
        picture.paste((0, 0, 0, 0), box_of(layout.title))
        picture.paste((0, 0, 0, 0), box_of(layout.cues))

        assert picture.getchannel("A").getbbox() is None


def box_of(rect: Rect) -> tuple[int, int, int, int]:
    return (rect.left, rect.top, rect.right, rect.bottom)


def test_the_picture_is_drawn_at_all() -> None:
    size = size_of("640x360")

    assert isinstance(draw_panel(LONG, layouts_of(size)[0], *size), Image.Image)
