"""Spellings of the same word made one, so that a name is found however it is written."""

import re

from otehon.advice.folded import Folded, Folding

_SPELLINGS: dict[str, str] = {
    "片方の足": "片足",
    "脚": "足",
    "太もも": "もも",
    "太腿": "もも",
    "大腿": "大腿",
    "腿": "もも",
    "モモ": "もも",
    "カカト": "かかと",
    "踵": "かかと",
    "ツマ先": "つま先",
    "爪先": "つま先",
    "つまさき": "つま先",
    "ツマサキ": "つま先",
    "ヒザ": "膝",
    "ひざ": "膝",
    "ヒジ": "肘",
    "ひじ": "肘",
    "おしり": "お尻",
    "挙げ": "上げ",
    "揚げ": "上げ",
    "あげ": "上げ",
    "飛び": "跳び",
    "とび": "跳び",
    "なわ": "縄",
    "ナワ": "縄",
    "けんけん": "ケンケン",
    "けんぱ": "ケンパ",
    "あるき": "歩き",
    "だち": "立ち",
    "うで": "腕",
    "ふり": "振り",
    "四つんばい": "四つん這い",
    "よつんばい": "四つん這い",
    "四つばい": "四つ這い",
    "仰むけ": "仰向け",
    "あおむけ": "仰向け",
    "はだし": "裸足",
    "素足": "裸足",
    "臀": "殿",
    "スウィング": "スイング",
    "ウイン": "ウィン",
    "ウオー": "ウォー",
    "ヴ": "ブ",
    "レーズ": "レイズ",
    "ライズ": "レイズ",
}
"""What is written, and the spelling that stands for it."""

_IGNORED = "[・･ー\\-‐‑–_'’\"“”「」『』 ]"
_VARIANT = re.compile("|".join(sorted(map(re.escape, _SPELLINGS), key=len, reverse=True)) + f"|{_IGNORED}+")


def spell(text: str) -> Folded:
    """Folded text with one spelling for each word and without long marks, dots, hyphens and spaces."""
    folding = Folding(text)
    position = 0
    for match in _VARIANT.finditer(text):
        folding.keep(position, match.start())
        folding.replace(match.start(), match.end(), _SPELLINGS.get(match[0], ""))
        position = match.end()
    folding.keep(position, len(text))
    return folding.finish()
