# The second factor: the authenticator app.

factor-enrolled = An authenticator app is now linked to your account. Its codes will be asked at every sign-in.
factor-sms = Guichet: { $code } is your sign-in code. It is valid for { $minutes } minutes. Give it to nobody.

factor-profile-ordinary = ordinary profile
factor-profile-executive = executive
factor-profile-extended-rights = extended application rights
factor-profile-social-data = social data
