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
