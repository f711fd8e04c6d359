# Passwords: rules, change, reset link.

password-rule-too-short = It is too short.
password-rule-too-long = It is too long.
password-rule-no-upper = An upper-case letter is missing.
password-rule-no-digit = A digit is missing.
password-rule-no-special = A special character is missing.
password-rule-holds-name = It contains your name or username.
password-rule-holds-city = It holds the name of the city or of one of its portals: that is what people try first.
password-rule-common = It is too easy to guess: many people use it.
password-rule-used-before = You have used it recently.

password-changed = Your { $circuit } password was changed, { $at }. All your other sessions are closed.
password-changed-still-locked = Your { $circuit } password was changed, { $at }. The account is still locked: please ask for it to be unlocked.

password-too-many-links = No link was sent: this agent has had several within the hour. Try again later.

password-mail-intraparis-subject = { $city }: your link for the { $circuit } password
password-mail-intraparis-body =
    Hello { $name },

    This link lets you choose a new { $circuit } password, the one of the first sign-in step:

    { $link }

    It is valid for { $minutes } minutes and once only. It changes neither your { $verifier } password nor a lock of the account.

    If you did not ask for it, do nothing: your password stays as it is.
password-mail-moncompteparisien-subject = { $city }: your link for the { $circuit } password
password-mail-moncompteparisien-body =
    Hello { $name },

    This link lets you choose a new { $circuit } password, the one of the second sign-in step:

    { $link }

    It is valid for { $minutes } minutes and once only. It changes neither your { $intranet } password nor a lock of the account.

    If you did not ask for it, do nothing: your password stays as it is.
password-mail-no-link-subject = { $city }: no link for your { $circuit } account
password-mail-no-link-body =
    Hello { $name },

    You asked for a link for the { $circuit } password. No link is sent, because this account is { $state }.

    A new password would not change that. Who can act: { $lifter }.

    If you did not ask for it, do nothing.
