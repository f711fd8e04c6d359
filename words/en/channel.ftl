# Access channels, and the applications that open on each.

channel-internal = internal workstation
channel-vpn = VPN
channel-mobile-portal = mobile portal

channel-opening-full = all functions
channel-opening-reduced = reduced functions
channel-opening-closed = does not open

channel-verdict-opens = opens
channel-verdict-reduced = reduced functions
channel-verdict-closed = does not open
channel-verdict-restricted = restricted
channel-verdict-no-vpn = VPN not granted

channel-limit-internal = internal network only
channel-limit-vpn = VPN only
channel-limit-internal-or-vpn = internal network or VPN only

channel-here-opens = { $application } opens on this channel ({ $channel }), with all its functions. If it does not open for you, the cause is elsewhere: ask "why can't I sign in?".
channel-here-reduced = { $application } opens on this channel ({ $channel }), but with reduced functions: a menu that is missing is not there. This is so for everybody.
channel-here-closed = { $application } does not open on this channel ({ $channel }). This is so for everybody: your account is not the cause, and nobody can lift this limit. Please change channel.
channel-here-restricted = { $application } does not open for you on this channel ({ $channel }): IT support has restricted your access ({ $limit }). Reason: { $why }. Who can lift this restriction: { $desk }.
channel-here-no-vpn = { $application } opens through the VPN, but you have not been granted access to the VPN. Who can grant it: { $desk }.
channel-anywhere = { $application }: these are the channels that work.
channel-restriction = Restriction on your profile: { $limit }. Reason: { $why }. Who can lift it: { $desk }.

channel-scope-full = all functions
channel-scope-reduced = reduced functions
channel-way-internal = Internal workstation, { $scope }: { $place }, { $hours }.
channel-way-vpn = VPN, { $scope }: from a professional laptop, client { $vpn_version } or newer.
channel-way-vpn-missing = VPN, { $scope }: IT support has to grant it to you first.
channel-way-vpn-requested = VPN, { $scope }: as soon as it is granted; your request no. { $reference } is being handled.
channel-way-mobile-portal = Mobile portal, { $scope }: { $portal }, from any browser, with a code in addition to the password.
channel-way-none = No channel works today. Please turn to { $desk }.
channel-reach = Once connected: { $reach }.
channel-choice-vpn = Ask for access to the VPN

channel-three = Three channels lead to { $intranet } and the applications:
channel-three-internal = Internal workstation, { $place }: all applications, { $hours }.
channel-three-vpn = VPN, from a professional laptop: all applications, from home too. It is granted to you. Client { $vpn_version } or newer, to be installed from { $vpn_source }.
channel-three-vpn-missing = VPN, from a professional laptop: all applications, from home too. It is not granted to you yet: IT support can do so.
channel-three-vpn-requested = VPN, from a professional laptop: all applications, from home too. Your request no. { $reference } is being handled.
channel-three-mobile-portal = Mobile portal, { $portal }: from any browser and any phone, with a code in addition to the password. Messaging and some applications only.

channel-which-channel = By which channel do you want to open { $application }?
channel-choice-internal = On an internal workstation
channel-choice-vpn-laptop = Through the VPN, on a professional laptop
channel-choice-mobile-portal = Through the mobile portal, on a phone or a computer of your own
channel-which-application = Which application is it?
channel-which-again = I did not recognise this application. Choose it from the list, or write its name.
channel-application = { $application }
channel-no-catalogue = The catalogue of applications is still empty. Please turn to { $desk }.
channel-help = "why can't I open an application from here?": the channels that work

channel-restricted = IT support has restricted your access to { $application }: { $limit }. Reason: { $why }. If this keeps you from working, please turn to { $desk }.
channel-lifted = The restriction on { $application } is lifted. Reason: { $why }
channel-vpn-granted = You have been granted access to the VPN.
channel-vpn-answers = This answers your request no. { $reference }.
channel-vpn-install = You need client { $vpn_version } or newer, to be installed from { $vpn_source } on your professional laptop.
channel-vpn-barred = Access to the VPN has been taken from you. Reason: { $why }. To talk about it: { $desk }.
channel-vpn-granted-already = Access to the VPN is granted already: no request is needed.
channel-ordinary-profile = A restriction limits extended rights, and this agent has an ordinary profile: there is nothing to limit. The catalogue says already on which channels each application opens.
channel-no-application = This application is not in the catalogue.
channel-nothing-to-lift = There is nothing to take away: it has been done already.
