# « Pourquoi ne puis-je pas me connecter ? »

diagnosis-found = Voici ce qui empêche ou gêne votre connexion :
diagnosis-nothing = Rien ne bloque vos comptes. Si la connexion échoue, le mot de passe tapé n’est sans doute pas le bon. Vous pouvez demander un lien pour en choisir un autre.
diagnosis-deactivated-inactivity = Votre compte { $circuit } est désactivé pour inactivité. Peut le réactiver : { $lifter }.
diagnosis-deactivated-change-of-assignment = Votre compte { $circuit } est désactivé après un changement d’affectation. Peut le réactiver : { $lifter }.
diagnosis-deactivated-administrative = Votre compte { $circuit } est désactivé par décision administrative. Peut le réactiver : { $lifter }.
diagnosis-locked-everywhere = Votre compte { $circuit } est verrouillé après plusieurs échecs. Attendre ne suffit pas. Peut le déverrouiller : { $lifter }.
diagnosis-locked-by-agent = Votre compte { $circuit } est verrouillé à votre demande. Peut le déverrouiller, après vérification : { $lifter }.
diagnosis-locked-unknown-devices = Votre compte { $circuit } est verrouillé pour les appareils inconnus, après plusieurs échecs. Vous pouvez encore vous connecter depuis { $devices ->
    [one] l’appareil que vous avez déjà utilisé
   *[other] l’un des { $devices } appareils que vous avez déjà utilisés
}. Pour les autres, peut le déverrouiller : { $lifter }.
diagnosis-locked-no-known-device = Votre compte { $circuit } est verrouillé pour les appareils inconnus, après plusieurs échecs, et vous n’avez encore aucun appareil connu. Attendre ne suffit pas. Peut le déverrouiller : { $lifter }.
diagnosis-not-created = Votre compte { $circuit } n’est pas encore créé : sans lui, la connexion ne va pas au bout. Peut le créer : { $lifter }, par un lien envoyé à votre adresse professionnelle. Si vous n’y avez pas accès, votre correspondant informatique vous remet un mot de passe temporaire en personne.
diagnosis-temporary-lapsed = Le mot de passe temporaire de votre compte { $circuit } n’est plus valable. Demandez un lien vers votre adresse professionnelle ; si vous n’y avez pas accès, peut vous en remettre un autre : { $lifter }.
diagnosis-awaiting-first-sign-in = Votre compte { $circuit } attend votre première connexion : le mot de passe temporaire est valable jusqu’au { $until }, et sera remplacé par un mot de passe personnel.
diagnosis-password-expired = Le mot de passe de votre compte { $circuit } a expiré. Il n’est pas verrouillé : connectez-vous avec ce mot de passe, la page vous en demandera un nouveau.
diagnosis-close-to-lock = Des échecs ont été comptés sur votre compte { $circuit }. { $left ->
    [one] Encore un échec
   *[other] Encore { $left } échecs
} depuis un appareil inconnu, et il sera verrouillé pour ces appareils. Si vous avez un doute sur le mot de passe, demandez plutôt un lien.
diagnosis-no-factor = La console demande une application d’authentification : vous la lierez à la prochaine connexion.
diagnosis-also = Par ailleurs, quel que soit le canal, ceci bloque votre connexion :
diagnosis-request-open = Votre demande n° { $reference } est en cours.
diagnosis-nothing-to-ask = Rien ne bloque ce compte que quelqu’un pourrait lever. Aucune demande n’a été ouverte.
diagnosis-choice-unlock = Demander le déverrouillage du compte { $circuit }
diagnosis-choice-reactivate = Demander la réactivation du compte { $circuit }
diagnosis-choice-create = Recevoir un lien pour créer le compte { $circuit }
diagnosis-choice-reset = Recevoir un lien pour le mot de passe { $circuit }
diagnosis-lacks-number = Votre profil demande toujours un code par SMS, et aucun mobile professionnel utilisable n’est enregistré pour vous : aucune connexion n’est possible d’ici là. Peut faire enregistrer votre numéro : { $lifter }.
diagnosis-lacks-either = Le portail mobile vous est fermé : il demande un second facteur, et vous n’avez ni mobile professionnel enregistré ni application d’authentification. Le réseau interne et le VPN restent ouverts. Peut faire enregistrer votre numéro : { $lifter }.
diagnosis-lacks-app = Le portail mobile vous est encore fermé : votre profil demande aussi une application d’authentification. Connectez-vous une fois depuis le réseau interne ou le VPN : elle y sera associée.
diagnosis-sms-exhausted = Le nombre de codes envoyés par SMS en un jour est atteint : le prochain pourra partir { $until }. Personne ne peut avancer cette heure ; sur le réseau interne ou le VPN, un profil ordinaire se connecte sans code.
diagnosis-locked-until = Votre compte { $circuit } est verrouillé après plusieurs échecs. Vous pourrez vous connecter de nouveau à partir de : { $until }. Peut le déverrouiller avant : { $lifter }.
diagnosis-locked-unknown-until = Votre compte { $circuit } est verrouillé pour les appareils inconnus, après plusieurs échecs. Ces appareils pourront se connecter de nouveau à partir de : { $until }. Ceux depuis lesquels vous vous êtes déjà connecté, s’il y en a, ne sont pas touchés. Peut le déverrouiller avant : { $lifter }.
diagnosis-password-forced = L’assistance informatique a demandé que le mot de passe de votre compte { $circuit } soit changé. Le compte n’est pas verrouillé : connectez-vous avec ce mot de passe, la page en demandera un nouveau.
