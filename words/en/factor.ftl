# The second factor: the authenticator app.

factor-enrolled = An authenticator app is now linked to your account. Its codes will be asked at every sign-in.
factor-sms = Guichet: { $code } is your sign-in code. It is valid for { $minutes } minutes. Give it to nobody.

factor-profile-ordinary = ordinary profile
factor-profile-executive = executive
factor-profile-extended-rights = extended application rights
factor-profile-social-data = social data

factor-rule-sensitive = Your profile is sensitive ({ $profile }): a code by SMS and then an authenticator app are asked at every sign-in, on every channel.
factor-rule-voluntary = You have chosen two-factor sign-in: a second factor is asked at every sign-in, on every channel.
factor-rule-ordinary = A second factor is asked on the mobile portal. On the internal network and the VPN your password is enough, unless an app is linked.
factor-has-number = Codes by SMS: to { $number }
factor-has-no-number = Codes by SMS: no usable professional mobile is registered; your HR officer or IT contact can have it registered
factor-has-app = Authenticator app: linked
factor-has-no-app = Authenticator app: none
factor-has-recovery = Recovery codes: { $left ->
    [0] none left
    [one] one left
   *[other] { $left } left
}
factor-recovery-used = A recovery code has just been used instead of your authenticator app. { $left ->
    [0] You have none left
    [one] You have one left
   *[other] You have { $left } left
}: make others under “Security”.

factor-help = “I don’t get the code”, “my security”: two-factor sign-in
factor-choice-lost = I don’t get the code
factor-choice-help = Ask for help
factor-choice-activate = Ask for two-factor sign-in
factor-ask-theirs = The code goes to { $number }. Is that your professional phone?
factor-not-theirs = Then that number must be corrected: no code goes anywhere else before. Your HR officer or IT contact has it registered. Shall a request be passed on to them now?
factor-ask-alive = Is it switched on, does it have a network, and do other SMS arrive?
factor-not-alive = As long as that phone receives no SMS, no code will reach you. On the internal network or the VPN an ordinary profile signs in without a code. Shall a request be passed on to IT support?
factor-ask-resend = An SMS may take a minute. Shall another code be sent? It will replace the one before.
factor-resent = Another code has left; it alone counts, for the sign-in that waits for it. Has it arrived?
factor-too-soon = A code has just left; another can be sent { $at }. Shall one be sent? Answer yes at that time.
factor-exhausted = The number of codes a day is reached: the next one can leave { $at }. Nobody can bring that forward. On the internal network or the VPN an ordinary profile signs in without a code. Shall a request be passed on to IT support?
factor-no-sign-in = No sign-in is waiting for a code right now. Sign in with your password: a code leaves at once. If it does not arrive, write to me again.
factor-no-number = No usable professional mobile is registered for you: no code can leave. Your HR officer or IT contact has your number registered. Shall a request be passed on to them now?
factor-arrived = Good. Copy it to the sign-in page, and nowhere else.
factor-ask-ticket = Shall a request be passed on to IT support?
factor-activate-sure = With two-factor sign-in, a second factor is asked at every sign-in, on every channel. Your IT contact grants it. Pass the request on?
