//! Secrets and keys.

use secrecy::{ExposeSecret, SecretString};

use super::Subject;
use rds_proxy_wizard::cloud::{ErrorKind, NewSecret};
use rds_proxy_wizard::domain::Tags;

pub async fn a_secret_is_made_read_back_and_deleted(subject: &Subject) {
    let cloud = subject.cloud();
    let name = subject.named("orders/app");
    let new = |value: &str| NewSecret {
        name: name.clone(),
        description: "made by a test".into(),
        kms_key_id: None,
        value: SecretString::from(value),
        tags: Tags::from([("made-by".into(), "rds-proxy-wizard".into())]),
    };
    assert_eq!(cloud.secret(&name).await.unwrap(), None);
    subject.refused(cloud.secret_shape(&name).await, ErrorKind::NotFound);
    let arn = cloud.create_secret(new(r#"{"username":"app","password":"planted-password"}"#)).await.unwrap();
    assert!(arn.contains(&format!(":secret:{name}-")), "{arn}");
    subject.refused(cloud.create_secret(new("{}")).await, ErrorKind::AlreadyExists);

    for id in [&name, &arn] {
        let found = cloud.secret(id).await.unwrap().unwrap();
        assert_eq!((&found.name, &found.arn, found.deleted), (&name, &arn, false));
        assert_eq!(found.tags.get("made-by").map(String::as_str), Some("rds-proxy-wizard"));
        assert_eq!((found.owning_service, found.kms_key_id, found.rotation_enabled), (None, None, false));
    }
    assert!(cloud.secrets().await.unwrap().iter().any(|secret| secret.arn == arn));
    let shape = cloud.secret_shape(&arn).await.unwrap();
    assert_eq!((shape.is_json_object, shape.username.as_deref(), shape.has_password), (true, Some("app"), true));

    cloud.delete_secret(&arn, 7).await.unwrap();
    assert!(cloud.secret(&arn).await.unwrap().unwrap().deleted, "restorable, so still there");
    assert!(!cloud.secrets().await.unwrap().iter().any(|secret| secret.arn == arn));
    subject.refused(cloud.delete_secret(&subject.named("unknown"), 7).await, ErrorKind::NotFound);
}

pub async fn a_random_password_keeps_to_its_limits(subject: &Subject) {
    let exclude = "\"'`@/\\$";
    let password = subject.cloud().random_password(40, exclude).await.unwrap();
    assert_eq!(password.expose_secret().chars().count(), 40);
    assert!(!password.expose_secret().chars().any(|c| exclude.contains(c)));
    let another = subject.cloud().random_password(40, exclude).await.unwrap();
    assert_ne!(password.expose_secret(), another.expose_secret());
}

pub async fn keys_of_the_customer_are_listed(subject: &Subject) {
    let (cloud, alias) = (subject.cloud(), &subject.seeded.key_alias);
    let keys = cloud.kms_keys().await.unwrap();
    let listed = keys.iter().find(|key| key.aliases.contains(alias)).unwrap();
    assert_eq!((listed.customer_managed, listed.state.as_str()), (true, "Enabled"));
    for id in [alias, &listed.key_id, &listed.arn] {
        let key = cloud.kms_key(id).await.unwrap().unwrap();
        assert_eq!(&key, listed);
    }
    assert_eq!(cloud.kms_key("alias/unknown").await.unwrap(), None);
}
