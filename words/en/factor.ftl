# The second factor: the authenticator app.

factor-enrolled = An authenticator app is now linked to your account. Its codes will be asked at every sign-in.
