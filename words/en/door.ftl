# What the door itself says: the page, the language, the refusals.

door-site = Guichet
door-space = Staff space
door-console = Console
door-skip = Skip to content
door-nav = Sections
door-sign-out = Sign out
door-other-language = Français
door-demo = Demonstration: a fictional city and staff.
door-demo-mail = Read the messages sent
door-home = Back to the home page
door-errors = Some information needs correcting
door-incident = Give this incident code to { $desk }:
door-error-title = Error:

door-channel = You are using:
door-channel-internal = an internal workstation
door-channel-vpn = the VPN
door-channel-mobile_portal = the mobile portal

door-continue-title = Continue
door-continue = You come from another site or from a message. Continue to open the page you asked for.
door-continue-button = Continue

door-not-found-title = Page not found
door-not-found = This page does not exist, or is not for you. Check the address, or start again from the home page.
door-method-title = Page not found
door-method = This address does not open that way. Start again from the home page.
door-stale-title = This form has expired
door-stale = Nothing was done: this form was open for too long, or in another session. Open the page again and start over.
door-garbled-title = This form could not be read
door-garbled = Nothing was done: this form could not be read. Open the page again and start over.
door-too-large-title = Too large
door-too-large = Nothing was done: this is larger than a form can be. Open the page again and start over.
door-elsewhere-title = The console is closed from outside
door-elsewhere = The console opens from an internal workstation or through the VPN, not from the mobile portal. Connect to the VPN, then reload this page.
door-denied-title = Not allowed
door-denied = Your role does not allow this. Nothing was changed.
door-refused-title = This was not done
door-busy-title = The service is very busy
door-busy = Your request could not be handled in time. Try again in a few seconds.
door-fault-title = Something went wrong
door-fault = It is not your fault: the service could not answer. Try again in a few minutes.

door-accessibility-link = Accessibility: not compliant
door-accessibility-title = Accessibility statement
door-accessibility-state = This site has not been audited against RGAA 4.1 yet. It is therefore declared not compliant.
door-accessibility-done-title = What is already done
door-accessibility-done = Every page works with the keyboard and with a screen reader, without scripts, in light or dark, on a phone and enlarged to 400 %. No information is given by colour alone.
door-accessibility-report-title = Reporting a difficulty
door-accessibility-report = If a page is not accessible to you, ask { $desk }, who will show you another way and pass the defect on.
door-accessibility-appeal-title = Appeal
door-accessibility-appeal = Without a satisfactory answer you may turn to the Défenseur des droits, online at defenseurdesdroits.fr or by free post: Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.
