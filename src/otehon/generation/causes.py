"""Why a clip failed, as sentences for people in both languages, by message id."""

from dataclasses import dataclass

from otehon.generation.next_steps import Sentence


@dataclass(frozen=True, slots=True)
class Cause:
    """What went wrong. `retryable`: the same request may succeed later. `next` is an id of `NEXT`."""

    sentence: Sentence
    retryable: bool
    next: str


CAUSES = {
    "unreachable": Cause(
        Sentence("動画エンジンに接続できません。", "The engine cannot be reached."), True, "check_connection"
    ),
    "rate_limited": Cause(
        Sentence("動画エンジンが混み合っています。", "The engine is taking no more requests for now."),
        True,
        "lower_pace",
    ),
    "time_out": Cause(
        Sentence("時間内に動画ができませんでした。", "The clip was not ready in time."),
        True,
        "allow_more_time",
    ),
    "no_credit": Cause(
        Sentence("動画エンジンの残高が足りません。", "The engine's account has no credit left."),
        False,
        "add_credit",
    ),
    "no_key": Cause(
        Sentence("動画エンジンの鍵がないか、無効です。", "The engine's key is missing or wrong."),
        False,
        "set_key",
    ),
    "not_in_library": Cause(
        Sentence("動画ライブラリにこのドリルがありません。", "The library has no clip of this drill."),
        False,
        "change_words",
    ),
    "not_set_up": Cause(
        Sentence("動画エンジンの設定が足りません。", "The engine is not set up."), False, "check_settings"
    ),
    "not_verified": Cause(
        Sentence("動画エンジンの利用が認められていません。", "The account may not use this engine."),
        False,
        "verify_account",
    ),
    "retired": Cause(
        Sentence("この動画エンジンは提供を終了しました。", "This engine has been shut down."),
        False,
        "choose_another",
    ),
    "moderated_before": Cause(
        Sentence(
            "動画エンジンがこの内容を作る前に拒否しました。料金はかかっていません。",
            "The engine refused these words before it began. Nothing was charged.",
        ),
        False,
        "change_words",
    ),
    "moderated_after": Cause(
        Sentence(
            "動画エンジンができた動画を審査で止めました。料金がかかった可能性があります。",
            "The engine's review rejected the clip after it was made. It may have been charged.",
        ),
        False,
        "change_words_paid",
    ),
    "blocked": Cause(
        Sentence(
            "動画エンジンは完了と答えましたが、動画を渡しません。料金がかかった可能性があります。",
            "The engine says it is done but delivered no clip. It may have been charged.",
        ),
        False,
        "change_words",
    ),
    "too_large": Cause(
        Sentence("届いた動画が大きすぎるか、長すぎます。", "The clip that arrived is too large or too long."),
        False,
        "check_settings",
    ),
    "provider_failed": Cause(
        Sentence("動画エンジンの側で動画作りに失敗しました。", "The engine failed to make the clip."),
        True,
        "retry_later",
    ),
    "bad_request": Cause(
        Sentence("動画エンジンが依頼を受け付けません。", "The engine does not accept the request."),
        False,
        "check_limits",
    ),
    "bad_footage": Cause(
        Sentence("届いた動画が再生できません。", "The clip that arrived cannot be played."), True, "retry"
    ),
    "expired": Cause(
        Sentence("提供元の動画の期限が切れました。", "The provider's copy has expired."), True, "retry"
    ),
    "cut_short": Cause(
        Sentence(
            "届いた動画が途中で切れています。",
            "The clip that arrived ends too early.",
        ),
        True,
        "retry",
    ),
    "wrong_size": Cause(
        Sentence(
            "届いた動画の大きさが依頼と違います。",
            "The clip that arrived does not have the size that was asked for.",
        ),
        False,
        "check_settings",
    ),
    "black": Cause(
        Sentence(
            "届いた動画が真っ黒です。",
            "The clip that arrived is black.",
        ),
        True,
        "retry",
    ),
    "slate": Cause(
        Sentence(
            "届いた動画に何も映っていません。",
            "The clip that arrived is a single colour.",
        ),
        True,
        "retry",
    ),
    "frozen": Cause(
        Sentence(
            "届いた動画が動きません。",
            "Nothing moves in the clip that arrived.",
        ),
        True,
        "retry",
    ),
    "wrong_form": Cause(
        Sentence(
            "届いた動画の動きがお手本と違います。",
            "The clip that arrived does not move as the drill does.",
        ),
        True,
        "retry",
    ),
    "over_budget": Cause(
        Sentence(
            "予算の上限に達したため、有料の動画エンジンには依頼していません。",
            "The budget is used up: no paid engine was asked.",
        ),
        False,
        "raise_budget",
    ),
    "price_unknown": Cause(
        Sentence(
            "料金が分からないため、予算の範囲で依頼できません。",
            "The engine's price is not known, so that no budget can be kept.",
        ),
        False,
        "add_price",
    ),
    "no_movement": Cause(
        Sentence(
            "このドリルには確かめるための動きのデータがないため、有料の動画エンジンには依頼していません。",
            "There is no movement of this drill to check a clip against: no paid engine was asked.",
        ),
        False,
        "allow_unknown",
    ),
    "not_begun": Cause(
        Sentence(
            "提供元に依頼が届いていませんでした。料金はかかっていません。",
            "The engine never took the request. Nothing was charged.",
        ),
        True,
        "retry",
    ),
    "outcome_unknown": Cause(
        Sentence(
            "動画が作られたかどうか確かめられません。", "It is not known whether the clip was made and paid."
        ),
        False,
        "check_provider",
    ),
    "disk_full": Cause(
        Sentence("保存先の空き容量が足りません。", "There is no space left for the clip."), True, "free_space"
    ),
    "media_unreachable": Cause(
        Sentence("動画の保存先に接続できません。", "The place where clips are kept cannot be reached."),
        True,
        "retry_later",
    ),
    "renderer_died": Cause(
        Sentence("描画プロセスが停止しました。", "The process that draws the clip died."), True, "retry"
    ),
    "no_engine": Cause(
        Sentence("使える動画エンジンがありません。", "No engine could take this clip."),
        False,
        "check_settings",
    ),
    "internal": Cause(Sentence("予期しない不具合です。", "Something unexpected went wrong."), True, "report"),
}


def cause_of(cause: str) -> Cause:
    """The cause by its id; one that an engine invents counts as internal."""
    return CAUSES.get(cause, CAUSES["internal"])
