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
        token: "a-token-of-a-test-0123456789abcdef".into(),
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

pub async fn a_secret_is_told_by_its_versions_and_shape(subject: &Subject) {
    let cloud = subject.cloud();
    let new = |what: &str, value: &str| NewSecret {
        name: subject.named(what),
        description: "made by a test".into(),
        kms_key_id: None,
        value: SecretString::from(value),
        tags: Tags::new(),
        token: "a-token-of-a-test-0123456789abcdef".into(),
    };
    let whole = r#"{"username":"app","password":"hunter2@x","host":"db.example","engine":"mysql"}"#;
    let arn = cloud.create_secret(new("whole", whole)).await.unwrap();
    let secret = cloud.secret(&arn).await.unwrap().unwrap();
    assert!(secret.last_changed.is_some_and(|changed| changed > 0), "{secret:?}");
    assert_eq!((secret.rotation_lambda_arn, secret.next_rotation), (None, None));
    let stages: Vec<_> = secret.version_stages.unwrap().into_values().collect();
    assert_eq!(stages, [["AWSCURRENT"]]);
    let versions = cloud.secret_versions(&arn).await.unwrap();
    assert!(versions.len() == 1 && versions[0].stages == ["AWSCURRENT"] && versions[0].created.is_some());
    assert_eq!(cloud.secret_policy(&arn).await.unwrap(), None);

    let closely = subject.can("look closely at a secret's text");
    let shape = cloud.secret_shape(&arn).await.unwrap();
    assert_eq!((shape.host.as_deref(), shape.engine.as_deref()), (Some("db.example"), Some("mysql")));
    assert_eq!((shape.stray_whitespace, shape.double_encoded), (false, false));
    if closely {
        assert!(shape.special_characters && shape.keys == ["engine", "host", "password", "username"], "{shape:?}");
    }
    assert!(!format!("{shape:?}").contains("hunter2"));

    let twice = serde_json::to_string(whole).unwrap();
    let arn = cloud.create_secret(new("twice", &twice)).await.unwrap();
    let shape = cloud.secret_shape(&arn).await.unwrap();
    assert_eq!((shape.is_json_object, shape.double_encoded), (false, closely));
    let arn = cloud.create_secret(new("stray", r#"{"username":"app","password":"hunter2\n"}"#)).await.unwrap();
    assert_eq!(cloud.secret_shape(&arn).await.unwrap().stray_whitespace, closely);

    let unknown = format!("{arn}-unknown");
    if subject.can("say that a secret of versions is not found") {
        subject.refused(cloud.secret_versions(&unknown).await, ErrorKind::NotFound);
    }
}

pub async fn a_key_says_who_may_use_it(subject: &Subject) {
    let (cloud, alias) = (subject.cloud(), &subject.seeded.key_alias);
    let key = cloud.kms_key(alias).await.unwrap().unwrap();
    for id in [alias, &key.arn] {
        let policy = cloud.key_policy(id).await.unwrap().unwrap();
        assert!(policy.statement.iter().any(|statement| statement.covers("kms:Decrypt", "*")), "{policy:?}");
        assert_eq!(cloud.key_grants(id).await.unwrap(), []);
    }
    assert_eq!(cloud.key_policy("alias/unknown").await.unwrap(), None);
}
