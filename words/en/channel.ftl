# Access channels.

channel-internal = internal workstation
channel-vpn = VPN
channel-mobile-portal = mobile portal
