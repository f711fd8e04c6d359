# The way in and out, shared by the two sites.

entry-sign-in-title = Sign in
entry-username = Username
entry-username-hint = In the form first.last
entry-username-missing = Enter your username.
entry-password = { $intranet } password
entry-password-missing = Enter a password.
entry-sign-in-button = Sign in
entry-forgotten = Forgotten password
entry-create = Create my account
entry-refused-title = Sign-in refused
entry-refused-typing = Check the username, then the capitals of the password.
entry-refused-forgotten = If you have forgotten the password, ask for a link to choose another.
entry-refused-locked = After { $failures } failures in a row the account is locked: waiting does not help, { $desk } must unlock it.
entry-help-title = Trouble signing in?
entry-help = Ask Guichet “why can't I sign in” in your messaging app: it tells you the cause and who can lift it, and passes the request on. You will never be asked for your password in a conversation.
entry-start-again = Start again

entry-second-title = Your { $verifier } password
entry-second-lead = Second step: your { $intranet } password is right. { $verifier } now makes sure that it is you, with a different password.
entry-second-password = { $verifier } password
entry-second-forgotten = Forgotten { $verifier } password
entry-second-remembered = On a device that you have used before, it is asked again every { $days } days.

entry-factor-title = Your one-time code
entry-factor-lead = Open your authenticator app and copy the code shown for Guichet.
entry-code = Six-digit code
entry-code-hint = It changes every 30 seconds and works once.
entry-factor-button = Continue

entry-sms-title = The code sent by SMS
entry-sms-sent = An eight-digit code was sent to { $number }, { $at }. It is valid for { $minutes } minutes and works once.
entry-sms-too-soon = No code is on its way for this sign-in: another was just sent to { $number }. You can ask for one { $at }.
entry-sms-old = The last code sent to { $number } is no longer valid. Ask for another one.
entry-sms-exhausted = No code is sent: { $count } have gone to { $number } within 24 hours, which is the most. The next one can leave { $at }. Until then, sign in from the internal network or the VPN if your profile allows it.
entry-sms-code = Eight-digit code
entry-sms-code-hint = Spaces do not count.
entry-sms-help-title = The code does not arrive?
entry-sms-help-phone = Is { $number } your professional phone, and does it receive SMS? If the number has changed, your HR officer or IT contact has it corrected.
entry-sms-help-wait = An SMS may take a minute. Each new code replaces the one before: one a minute, { $count } a day.
entry-sms-help-bot = Otherwise, write “I don’t get the code” to the assistant, in your messenger: it guides you and passes the request on.
entry-sms-resend = Send another code

entry-enrol-title = Add an authenticator app
entry-enrol-lead = This sign-in asks for a one-time code. Add the app of your professional phone now.
entry-enrol-scan-title = 1. Add the account to the app
entry-enrol-scan = Scan this code with the app.
entry-enrol-qr = Code to scan; the same key is written below
entry-enrol-manual = Or type this key:
entry-enrol-check-title = 2. Check
entry-enrol-button = Check and continue

entry-new-title = Choose your { $account } password
entry-new-lead = The { $account } password you used is a temporary one, or has reached its age limit. Choose your own to continue. Your account is not locked.
entry-new-password = New password
entry-repeat-password = The same, once more
entry-password-rules = At least { $min } characters with a capital, a digit and a special character; or at least { $free } characters of any kind. Not your name, nor that of the city or one of its portals, nor one of your last { $last } passwords.
entry-password-differs = The two entries differ. Type the same password twice.
entry-strength = Strength
entry-strength-words = very weak|weak|fair|good|very good
entry-check-length = { $min } characters or more
entry-check-upper = a capital
entry-check-digit = a digit
entry-check-special = a special character
entry-check-city = neither the city nor one of its portals
entry-check-repeat = the same twice
entry-check-met = – met
entry-check-unmet = – not yet
entry-check-later = Your name, common passwords and your former passwords are checked when you save it.
entry-new-button = Save this password

entry-recovery-title = Your recovery codes
entry-recovery-lead = The app is linked. Should it ever be out of reach, each of these codes replaces it once. They will never be shown again: print them or write them down, and keep them away from your phone.
entry-recovery-list = Recovery codes
entry-recovery-next = I have them, continue
entry-factor-without = Without the app: a recovery code
entry-recovery = Recovery code
entry-recovery-hint = One of the ten codes given with the app; each works once.
entry-recovery-button = Use this code
entry-refused-locked-awhile = After { $failures } failures in a row the account is locked for a while, longer each time; { $desk } can unlock it before.
