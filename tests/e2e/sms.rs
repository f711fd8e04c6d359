//! The second factor on the mobile portal, through a real SMS gateway (MF1, MF5).

use crate::house::both;
use crate::kannel::Kannel;
use crate::suite;
use guichet::demo::PASSWORD;

#[test]
fn on_the_mobile_portal_the_code_that_the_network_received_opens_the_session() {
    suite::run(async |suite| {
        both(suite, async |house| {
            let kannel = Kannel::start(&suite.scratch("kannel")).await;
            let mobile = house.on_mobile_through(&kannel);
            let checked = house.check().await;
            assert!(checked.contains("SMS : en ordre"), "{checked}");
            house.serve();
            let phone = suite.browse().await;
            let asked = phone.sign_in(&mobile, "amina.diallo", PASSWORD).await;
            assert!(asked.text.contains("Le code reçu par SMS"), "{asked:?}");
            let sms = kannel.next().await;
            assert!(sms.to.starts_with("+3363998"), "{sms:?}");
            let last = &sms.to[sms.to.len() - 2..];
            assert!(asked.text.contains(&format!("** ** ** ** {last}")), "{asked:?}");
            assert!(sms.body.contains("est votre code de connexion"), "{sms:?}");
            let code: String = sms.body.chars().filter(char::is_ascii_digit).take(8).collect();

            let wrong = if code == "12345678" {
                "87654321"
            } else {
                "12345678"
            };
            let field = "Code à huit chiffres";
            let refused = phone.submit("Continuer", &[(field, Some(wrong))]).await;
            assert!(refused.text.contains("Ce code n’est pas juste"), "{refused:?}");
            let home = phone.submit("Continuer", &[(field, Some(&code))]).await;
            assert!(home.text.contains("Bonjour Amina"), "{home:?}");
            let security = phone.follow("Sécurité").await;
            assert!(
                security
                    .text
                    .contains(&format!("Codes par SMS : au ** ** ** ** {last}")),
                "{security:?}"
            );
            // What that channel does not open, and what it does; the same agent at a workstation.
            let closed = "Facil’Familles ne s’ouvre pas par ce canal (portail mobile)";
            let (internal, opens) = ("poste du réseau interne", "s’ouvre par ce canal");
            let on_the_phone = phone.follow("Mes applications").await;
            assert!(on_the_phone.text.contains(closed), "{on_the_phone:?}");
            assert!(
                on_the_phone
                    .text
                    .contains(&format!("messagerie {opens} (portail mobile)")),
                "{on_the_phone:?}"
            );
            let desk = suite.browse().await;
            desk.sign_in(&house.space, "amina.diallo", PASSWORD).await;
            let inside = desk.follow("Mes applications").await;
            assert!(
                inside
                    .text
                    .contains(&format!("Facil’Familles {opens} ({internal})")),
                "{inside:?}"
            );
            house.stop().await;
        })
        .await;
    });
}
