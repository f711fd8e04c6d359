# “Why can’t I sign in?”

diagnosis-found = This is what prevents or hinders your sign-in:
diagnosis-nothing = Nothing blocks your accounts. If signing in fails, the password typed is probably not the right one. You can ask for a link to choose another.
diagnosis-deactivated-inactivity = Your { $circuit } account is deactivated for inactivity. Who can reactivate it: { $lifter }.
diagnosis-deactivated-change-of-assignment = Your { $circuit } account is deactivated after a change of assignment. Who can reactivate it: { $lifter }.
diagnosis-deactivated-administrative = Your { $circuit } account is deactivated by administrative decision. Who can reactivate it: { $lifter }.
diagnosis-locked-everywhere = Your { $circuit } account is locked after several failures. Waiting does not help. Who can unlock it: { $lifter }.
diagnosis-locked-by-agent = Your { $circuit } account is locked at your own request. Who can unlock it, after checking with you: { $lifter }.
diagnosis-locked-unknown-devices = Your { $circuit } account is locked for unknown devices, after several failures. You can still sign in from { $devices ->
    [one] the device you have used before
   *[other] one of the { $devices } devices you have used before
}. For others, who can unlock it: { $lifter }.
diagnosis-locked-no-known-device = Your { $circuit } account is locked for unknown devices, after several failures, and you have no known device yet. Waiting does not help. Who can unlock it: { $lifter }.
diagnosis-not-created = Your { $circuit } account has not been created yet: without it, signing in stops half-way. Who can create it: { $lifter }, by a link sent to your professional address. If you have no access to it, your IT contact gives you a temporary password in person.
diagnosis-temporary-lapsed = The temporary password of your { $circuit } account is no longer valid. Ask for a link to your professional address; if you have no access to it, who can give you another one: { $lifter }.
diagnosis-awaiting-first-sign-in = Your { $circuit } account waits for your first sign-in: the temporary password is valid until { $until }, and will be replaced by a personal one.
diagnosis-password-expired = The password of your { $circuit } account has expired. The account is not locked: sign in with this password, and the page will ask for a new one.
diagnosis-close-to-lock = Failures have been counted on your { $circuit } account. { $left ->
    [one] One more failure
   *[other] { $left } more failures
} from an unknown device, and it will be locked for such devices. If you are not sure of the password, ask for a link instead.
diagnosis-no-factor = The console asks for an authenticator app: you will link one at your next sign-in.
diagnosis-also = Besides, whatever the channel, this blocks your sign-in:
diagnosis-request-open = Your request no. { $reference } is being handled.
diagnosis-nothing-to-ask = Nothing blocks this account that anybody could lift. No request was opened.
diagnosis-choice-unlock = Ask for { $circuit } to be unlocked
diagnosis-choice-reactivate = Ask for { $circuit } to be reactivated
diagnosis-choice-create = Get a link to create the { $circuit } account
diagnosis-choice-reset = Get a link for the { $circuit } password
diagnosis-lacks-number = Your profile always asks for a code by SMS, and no usable professional mobile is registered for you: until then no sign-in is possible. Who can have your number registered: { $lifter }.
diagnosis-lacks-either = The mobile portal is closed to you: it asks for a second factor, and you have neither a registered professional mobile nor an authenticator app. The internal network and the VPN stay open. Who can have your number registered: { $lifter }.
diagnosis-lacks-app = The mobile portal is still closed to you: your profile also asks for an authenticator app. Sign in once from the internal network or the VPN: it is added there.
diagnosis-sms-exhausted = The number of codes sent by SMS in a day is reached: the next one can leave { $until }. Nobody can bring that forward; on the internal network or the VPN an ordinary profile signs in without a code.
diagnosis-locked-until = Your { $circuit } account is locked after several failures. You can sign in again from: { $until }. Who can unlock it before: { $lifter }.
diagnosis-locked-unknown-until = Your { $circuit } account is locked for unknown devices, after several failures. They can sign in again from: { $until }. Devices from which you have signed in before, if any, are not affected. Who can unlock it before: { $lifter }.
diagnosis-password-forced = IT support has asked that the password of your { $circuit } account be changed. The account is not locked: sign in with this password, and the page will ask for a new one.
