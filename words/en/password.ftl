# Passwords: rules, change, reset link.

password-rule-too-short = It is too short.
password-rule-too-long = It is too long.
password-rule-no-upper = An upper-case letter is missing.
password-rule-no-digit = A digit is missing.
password-rule-no-special = A special character is missing.
password-rule-holds-name = It contains your name or username.
password-rule-common = It is too easy to guess: many people use it.
password-rule-used-before = You have used it recently.

password-changed = Your { $circuit } password was changed, { $at }. All your other sessions are closed.
password-changed-still-locked = Your { $circuit } password was changed, { $at }. The account is still locked: please ask for it to be unlocked.

password-too-many-links = No link was sent: this agent has had several within the hour. Try again later.

password-mail-intraparis-subject = { $city }: your link for the { $intranet } password
password-mail-intraparis-body =
    Hello { $name },

    This link lets you choose a new { $circuit } password, the one of the first sign-in step:

    { $link }

    It is valid for { $minutes } minutes and once only. It changes neither your { $verifier } password nor a lock of the account.

    If you did not ask for it, do nothing: your password stays as it is.
password-mail-moncompteparisien-subject = { $city }: your link for the { $verifier } password
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
password-rule-holds-city = It holds the name of the city or of one of its portals: that is what people try first.

password-account-created = Your { $circuit } account was created, { $at }, with the password you have just chosen.
password-temporary-issued = A temporary { $circuit } password has just been given to you, { $at }. It is valid until { $until } and only serves to choose your personal password. Your sessions are closed.

password-mail-create-intraparis-subject = { $city }: your link to create the { $intranet } account
password-mail-create-intraparis-body =
    Hello { $name },

    This link creates your { $intranet } account and lets you choose its password, the one of the first sign-in step:

    { $link }

    It is valid for { $minutes } minutes and works once. Your { $verifier } account is created separately, with another link.

    If you did not ask for this, do nothing: no account is created.
password-mail-create-moncompteparisien-subject = { $city }: your link to create the { $verifier } account
password-mail-create-moncompteparisien-body =
    Hello { $name },

    This link creates your { $verifier } account and lets you choose its password, the one of the second sign-in step:

    { $link }

    It is valid for { $minutes } minutes and works once. Your { $intranet } account is created separately, with another link.

    If you did not ask for this, do nothing: no account is created.
password-mail-exists-subject = { $city }: your { $circuit } account already exists
password-mail-exists-body =
    Hello { $name },

    You asked to create your { $circuit } account. It already exists, and nothing was changed: it is { $state }. Who can act: { $lifter }.

    If you have forgotten its password, ask for a link on the page “Forgotten password” of { $page }.

    If you did not ask for this, do nothing.
password-mail-not-created-subject = { $city }: your { $circuit } account has not been created yet
password-mail-not-created-body =
    Hello { $name },

    You asked for a link for the { $circuit } password. No link is sent, because this account has not been created yet.

    Create it on the page “Create my account” of { $page }, or write “create my account” to the assistant.

    If you did not ask for this, do nothing.
password-mail-temporary-subject = { $city }: a temporary { $circuit } password was handed over
password-mail-temporary-body =
    Hello { $name },

    A temporary password for your { $circuit } account was handed over, { $at }. It is valid until { $until } and only serves to choose your personal password. Your sessions are closed.

    If it was not you, tell { $desk } at once.

    This message holds no link and asks for no password.

password-expiring = A password is coming to the end of its validity. Nothing is locked on that date: the sign-in page will ask you for a new one. You can change it now in your space, under “Security”.
password-expiring-today = { $circuit } password: today, { $on }.
password-expiring-tomorrow = { $circuit } password: tomorrow, { $on }.
password-expiring-later = { $circuit } password: in { $days } days, on { $on }.
password-expiring-past = { $circuit } password: since { $on }.
password-expiring-page = Change my password
password-mail-expiring-subject = { $city }: your password is coming to the end of its validity
password-mail-expiring-body =
    Hello { $name },

    These passwords are coming to the end of their validity:
    { $passwords }

    You can change them now in your space, under “Security”:
    { $space }

    Nothing is locked on that date: the sign-in page will ask you for a new password. Nobody will ask you for it in a message.
password-forced = IT support has asked that your { $circuit } password be changed. Your sessions are closed: at your next sign-in the page will have you choose a new password. If you asked for nothing, say so:
