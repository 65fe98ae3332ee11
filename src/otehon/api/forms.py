"""The forms that studio clips have, by their codes."""

from itertools import product
from typing import get_args

from otehon.engines.base import Lang, Size, TextMode, Variant

FORMS = {
    form.code: form
    for form in (
        Variant(lang, mirror, size, text, mistake)
        for lang, mirror, size, text, mistake in product(
            get_args(Lang), (False, True), get_args(Size), get_args(TextMode), (False, True)
        )
    )
}
"""Code -> form."""
