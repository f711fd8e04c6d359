# Help with the VPN, step by step.

vpn-version = Step one, the version. Open the VPN client, menu "About": it must be version { $vpn_version } or newer. What does it show?
vpn-choice-recent = { $vpn_version } or newer
vpn-choice-old = An older version
vpn-choice-unseen = I can't find it, or the client is not installed
vpn-reinstall = Step two: uninstall the VPN client, then install it again from { $vpn_source }. Do not restart yet. Does the VPN connect?
vpn-reinstall-old = This version no longer connects. Step two: uninstall the VPN client, then install it again from { $vpn_source }. Does the VPN connect?
vpn-restart = Step three: restart the workstation completely (menu Restart, not sleep), then try again. Does the VPN connect?
vpn-choice-works = Yes, it connects
vpn-choice-fails = No, still not
vpn-works = Very good. If it happens again, write "the VPN does not work".
vpn-failed = These steps were not enough: the rest is for IT support, who can see what you have tried. Meanwhile the applications open on an internal workstation: { $place }, { $hours }.
vpn-missing = You have not been granted access to the VPN: this is probably why it refuses to connect. Who can grant it: { $desk }.
vpn-missing-requested = You have not been granted access to the VPN yet: this is probably why it refuses to connect. Your request no. { $reference } is being handled.
vpn-tried-recent = Client version checked: up to date
vpn-tried-old = Client version checked: too old
vpn-tried-unseen = Client version: not found
vpn-tried-reinstall = Client uninstalled and installed again
vpn-tried-restart = Workstation restarted
vpn-help = "the VPN does not work": the checks in order, then a request to IT support
vpn-help-request = "I would like VPN access": a request to IT support
