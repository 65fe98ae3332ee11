"""What to do next, as sentences for people in both languages, by message id."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same sentence in both languages."""

    ja: str
    en: str


NEXT = {
    "retry": Sentence("もう一度お試しください。", "Try again."),
    "retry_later": Sentence("しばらくしてからもう一度お試しください。", "Try again in a while."),
    "free_space": Sentence("空き容量を増やしてから再試行してください。", "Free disk space, then try again."),
    "check_settings": Sentence(
        "管理者は otehon doctor で設定を確認してください。", "The operator should run `otehon doctor`."
    ),
    "add_credit": Sentence("提供元の残高を確認してください。", "Check the account's credit at the provider."),
    "change_words": Sentence("ドリルの文言を変えてください。", "Change the words of the drill."),
    "change_words_paid": Sentence(
        "ドリルの文言を変えてください。料金は提供元の明細で確認してください。",
        "Change the words of the drill. The provider's bill says whether this one was charged.",
    ),
    "set_key": Sentence(
        "管理者は鍵を設定し直し、otehon doctor で確認してください。",
        "The operator should set the key again; `otehon doctor` names the variable.",
    ),
    "verify_account": Sentence(
        "提供元の管理画面で、アカウントの認証と利用権限を確認してください。",
        "Verify the account with the provider, and that it may use the model.",
    ),
    "choose_another": Sentence(
        "管理者は OTEHON_OPENAI_VIDEOS__MODEL などで別のモデルを選ぶか、OTEHON_ENGINES から外してください。",
        "The operator should choose another model, or take the engine out of OTEHON_ENGINES.",
    ),
    "check_limits": Sentence(
        "管理者は、受け付けられる長さと大きさを OTEHON_OPENAI_VIDEOS__SECONDS と __SIZES に書いてください。",
        "The operator should set what the server accepts: OTEHON_OPENAI_VIDEOS__SECONDS and __SIZES.",
    ),
    "lower_pace": Sentence(
        "しばらくしてからお試しください。続くときは、管理者が OTEHON_ENGINE_PER_MINUTE を下げてください。",
        "Try again in a while. If it persists, the operator should lower OTEHON_ENGINE_PER_MINUTE.",
    ),
    "allow_more_time": Sentence(
        "しばらくしてからお試しください。続くときは、管理者が OTEHON_CLIP_DEADLINE を延ばしてください。",
        "Try again in a while. If it persists, the operator should raise OTEHON_CLIP_DEADLINE.",
    ),
    "check_connection": Sentence(
        "しばらくしてからお試しください。続くときは、管理者が otehon doctor で接続先を確認してください。",
        "Try again in a while. If it persists, the operator should check the address with `otehon doctor`.",
    ),
    "check_provider": Sentence(
        "提供元で結果を確認し、必要なら再試行してください。二重に課金されないよう、自動では再試行しません。",
        "Check with the provider whether it was made, then retry by hand. It is not retried automatically,"
        " so that nothing is paid for twice.",
    ),
    "raise_budget": Sentence(
        "次の期間を待つか、管理者が OTEHON_BUDGET_DAY などの上限を上げてください。",
        "Wait for the next day or month, or have the operator raise OTEHON_BUDGET_DAY, _MONTH or _RUN.",
    ),
    "add_price": Sentence(
        "管理者は OTEHON_PRICES のファイルに料金を書いてください。",
        "The operator should add the price to the file that OTEHON_PRICES names.",
    ),
    "allow_unknown": Sentence(
        "確認なしでよければ、管理者が OTEHON_PAY_FOR_UNKNOWN_DRILLS を true にしてください。",
        "Where an unchecked clip is good enough, the operator may set OTEHON_PAY_FOR_UNKNOWN_DRILLS.",
    ),
    "report": Sentence("ログを添えて報告してください。", "Report it, with the log."),
}
