"""What the calibration says: how its delivery goes, what a figure means, and what an end leaves behind."""

from __future__ import annotations

from app.domain.calibration import FEWEST, Finding, SentReceipt
from app.domain.delivery import State
from app.domain.dialect import CountMeaning
from app.domain.text import Text, translate
from app.services.calibration import FEW, TOO_FEW, Established, Progress, Standing, Trial

NOTHING = Text("", "")


def meaning_words(meaning: CountMeaning) -> Text:
    """What `count` means, to stand inside a sentence."""
    return _STOCK_LEFT if meaning is CountMeaning.LEFT else _QUANTITY


def expectation(meaning: CountMeaning, before: int, here: int) -> Text:
    """What will be seen where the cabinet shows `before` pieces and here there are `here`."""
    if before < FEWEST:
        return TOO_FEW
    receipt = SentReceipt.assuming(meaning, before)
    left, moved = receipt.shown_if(CountMeaning.LEFT), receipt.shown_if(CountMeaning.MOVED)
    if before > FEW:
        return _MANY.format(lowest=min(left, moved), highest=max(left, moved))
    words = _EXPECTED if before == here else _EXPECTED_APART
    return words.format(left=left, moved=moved, here=here)


def trial_words(trial: Trial) -> Text:
    """How the receipt goes, and what to do next."""
    if trial.is_elsewhere:
        return _ELSEWHERE
    state = trial.progress.state
    if trial.is_disturbed and state in {State.DELIVERED, State.UNKNOWN}:
        return _DISTURBED
    reason = trial.progress.reason or NOTHING
    return _TRIAL[state].format(article=trial.article, size=trial.size, reason=reason)


def finding_words(finding: Finding, sent: SentReceipt, state: State) -> Text:
    """What a figure of the cabinet says about `count`."""
    if finding.meaning is not None:
        return _FOUND.format(meaning=meaning_words(finding.meaning), before=sent.before)
    if finding is Finding.UNCHANGED:
        return _UNCHANGED_UNKNOWN if state is State.UNKNOWN else _UNCHANGED
    left, moved = sent.shown_if(CountMeaning.LEFT), sent.shown_if(CountMeaning.MOVED)
    return _NEITHER.format(left=left, moved=moved)


def end_words(trial: Trial, after: int | None) -> Text:
    """What an end would leave behind; `after`: the cabinet's figure, where it is typed."""
    match trial.progress.state:
        case State.QUEUED | State.WAITING | State.HELD:
            return _END_UNSENT
        case State.REJECTED:
            return _END_REJECTED
        case State.CANCELLED | State.SUPERSEDED:
            return _END_CANCELLED
        case State.CORRECTED:
            return _END_CORRECTED
        case State.UNKNOWN if after is None:
            return _END_UNKNOWN
        case State.UNKNOWN if after == trial.before:
            return _END_NOT_ARRIVED
        case _:
            return _END_SENT.format(article=trial.article, size=trial.size, before=trial.before)


def found_words(found: Established) -> Text:
    """What was established, and by which figures."""
    return _ESTABLISHED.format(
        meaning=meaning_words(found.meaning),
        article=found.article,
        size=found.size,
        before=found.before,
        after=found.after,
    )


def back_words(back: Progress | None, before: int) -> Text:
    """Where the piece is on its way back."""
    if back is None:
        return NOTHING
    return _BACK.get(back.state, _BACK_ON_ITS_WAY).format(before=before, reason=back.reason or NOTHING)


def told_words(told: int) -> Text:
    """What the other meaning may have spoiled before."""
    return _TOLD.format(number=told) if told else NOTHING


def standing_words(standing: Standing, when: str) -> Text:
    """The line in the settings; `when` is the moment of the check as it is shown."""
    trial, found = standing.trial, standing.established
    if trial is not None:
        return _UNDER_WAY.format(article=trial.article, size=trial.size)
    if found is None:
        return _ASSUMED.format(meaning=meaning_words(standing.meaning))
    if standing.is_assumed:
        return _CONTRADICTED.format(when=when, meaning=meaning_words(found.meaning))
    return _CHECKED.format(when=when, who=found.who, words=found_words(found))


_STOCK_LEFT = translate("Calibration", "the stock left after the action")
_QUANTITY = translate("Calibration", "the quantity of this action")
_EXPECTED = translate(
    "Calibration",
    "If the cabinet then shows {left}, “count” means the stock left; if it shows {moved}, the quantity.",
)
_EXPECTED_APART = translate(
    "Calibration",
    "If the cabinet then shows {left}, “count” means the stock left; if it shows {moved}, the quantity."
    " Here it is {here}; that stays as it is.",
)
_MANY = translate(
    "Calibration",
    "A size with few pieces is better: until the check is finished the cabinet shows {lowest} or"
    " {highest}.",
)
_ELSEWHERE = translate(
    "Calibration",
    "The marketplace's address was changed meanwhile, so the figures cannot tell anything. End this check.",
)
_DISTURBED = translate(
    "Calibration",
    "Something else moved this size meanwhile, an online event or another action, so the figures cannot"
    " tell anything. End this check and begin again with a size that sells rarely.",
)
_CANCELLED = translate(
    "Calibration", "The receipt was cancelled in Deliveries and not sent. End this check and begin again."
)
_TRIAL = {
    State.QUEUED: translate("Calibration", "The receipt of one piece waits for its turn to be sent."),
    State.SENDING: translate("Calibration", "The receipt of one piece is on its way."),
    State.WAITING: translate(
        "Calibration", "The receipt could not be delivered yet. {reason} It is tried again by itself."
    ),
    State.HELD: translate("Calibration", "Sending is paused, so the receipt waits. {reason}"),
    State.REJECTED: translate(
        "Calibration",
        "The marketplace refused the receipt, and nothing has moved. {reason} End this check and choose"
        " another size.",
    ),
    State.UNKNOWN: translate(
        "Calibration",
        "No answer came, so nobody knows whether the receipt arrived. Open {article} in the cabinet and"
        " type the stock of {size} that it shows now: the figure tells that, too.",
    ),
    State.DELIVERED: translate(
        "Calibration",
        "The marketplace took the receipt of one piece. Open {article} in the cabinet anew and type the"
        " stock of {size} that it shows now.",
    ),
    State.CORRECTED: _DISTURBED,
    State.CANCELLED: _CANCELLED,
    State.SUPERSEDED: _CANCELLED,
}
_FOUND = translate(
    "Calibration",
    "“count” means {meaning}. Polka notes this and sends the opposite action, so that the cabinet shows"
    " {before} again.",
)
_UNCHANGED = translate(
    "Calibration",
    "Still the same. The cabinet may be slow to show it: look again in a minute. If it stays so, the"
    " marketplace ignores the action; then end the check.",
)
_UNCHANGED_UNKNOWN = translate(
    "Calibration",
    "Still the same: it did not arrive, or the cabinet is slow to show it. Wait a minute and look again,"
    " then send it again.",
)
_NEITHER = translate(
    "Calibration",
    "Neither meaning gives this figure, only {left} or {moved}. Perhaps something was sold in between."
    " Nothing is changed.",
)
_END_UNSENT = translate("Calibration", "The receipt has not been sent yet. It is cancelled; nothing moves.")
_END_REJECTED = translate("Calibration", "The marketplace did not take the receipt; nothing has moved.")
_END_CANCELLED = translate("Calibration", "The receipt was not sent; nothing has moved.")
_END_CORRECTED = translate(
    "Calibration", "The figures of the cabinet were taken over in Deliveries; nothing more moves."
)
_END_NOT_ARRIVED = translate(
    "Calibration", "The receipt did not arrive. It is cancelled; nothing has moved."
)
_END_UNKNOWN = translate(
    "Calibration",
    "The receipt of one piece may have arrived. It stays in Deliveries without an answer: say there whether"
    " it arrived, and take it back there.",
)
_END_SENT = translate(
    "Calibration",
    "A receipt of one piece has been sent already, and how the marketplace read it is not known. Polka"
    " sends nothing more. In the cabinet set {size} of {article} back to {before} by hand; where the"
    " figures differ, the size is marked.",
)
_ESTABLISHED = translate("Calibration", "“count” means {meaning} ({article}, {size}: {before} → {after}).")
_BACK_ON_ITS_WAY = translate(
    "Calibration", "The opposite action is on its way; this window can be closed meanwhile."
)
_BACK_UNCLEAR = translate(
    "Calibration", "The opposite action did not get through. {reason} Deliveries shows what to do about it."
)
_BACK = {
    State.DELIVERED: translate("Calibration", "The piece is back: the cabinet shows {before} again."),
    State.REJECTED: _BACK_UNCLEAR,
    State.UNKNOWN: _BACK_UNCLEAR,
    State.CORRECTED: translate(
        "Calibration", "In place of the opposite action the figures of the cabinet were taken over."
    ),
    State.CANCELLED: translate(
        "Calibration", "The opposite action was cancelled. Set the cabinet back to {before} by hand."
    ),
}
_TOLD = translate(
    "Calibration",
    "Before this the stock was sent in the other meaning. Products that this concerns: {number}. Compare"
    " them with the cabinet.",
)
_UNDER_WAY = translate("Calibration", "The check with {article}, size {size}, is under way.")
_ASSUMED = translate(
    "Calibration",
    "It is assumed that “count” means {meaning}. If that is wrong, every action spoils the marketplace's"
    " stock.",
)
_CONTRADICTED = translate(
    "Calibration", "The check of {when} found that “count” means {meaning}; something else is set now."
)
_CHECKED = translate("Calibration", "Checked {when} by {who}. {words}")
