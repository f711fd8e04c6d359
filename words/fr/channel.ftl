# Les canaux d’accès.

channel-internal = poste du réseau interne
channel-vpn = VPN
channel-mobile-portal = portail mobile
