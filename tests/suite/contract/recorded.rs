//! What is recorded over time, and the few network facts that the program itself never makes: they
//! are planted with raw SDK calls where the subject is an emulator.

use std::time::{SystemTime, UNIX_EPOCH};

use super::Subject;
use aws_sdk_cloudwatch::primitives::DateTime;
use aws_sdk_cloudwatch::types::{
    ComparisonOperator, Dimension, Metric, MetricDataQuery, MetricDatum, MetricStat, StateValue,
};
use aws_sdk_cloudwatchlogs::types::InputLogEvent;
use aws_sdk_ec2::types::AddPrefixListEntry;
use aws_sdk_rds::types::Parameter;
use rds_proxy_wizard::cloud::ErrorKind;
use rds_proxy_wizard::design::alarms::{AlarmKind, alarm};
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::alarm::{MetricAlarm, Watches};
use rds_proxy_wizard::domain::monitoring::{MetricQuery, Series, Statistic};

const HOUR: u32 = 3600;

fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().try_into().unwrap()
}

fn clients(id: &str, proxy: &str, window_secs: u32) -> MetricQuery {
    MetricQuery {
        id: id.to_owned(),
        namespace: "AWS/RDS".into(),
        name: "ClientConnections".into(),
        dimensions: vec![("ProxyName".into(), proxy.to_owned())],
        statistic: Statistic::Sum,
        period_secs: 60,
        window_secs,
    }
}

pub async fn what_never_was_recorded_is_empty(subject: &Subject) {
    let cloud = subject.cloud();
    let unknown = subject.named("unknown");
    let asked = [clients("hour", &unknown, HOUR), clients("week", &unknown, 7 * 24 * HOUR)];
    if let Some(series) = subject.answer("CloudWatch in CBOR", cloud.series(&asked, now()).await) {
        let values: Vec<_> = series.iter().map(|series| (series.id.as_str(), series.points.len())).collect();
        assert_eq!(values, [("hour", 0), ("week", 0)]);
    }
    if let Some(events) = subject.answer("events of all proxies", cloud.events_of_proxies().await) {
        assert!(events.iter().all(|event| event.source != unknown), "{events:?}");
    }
    if let Some(events) = subject.answer("events of a proxy", cloud.proxy_events(&unknown).await) {
        assert_eq!(events, []);
    }
    if let Some(all) = subject.answer("event subscriptions", cloud.event_subscriptions().await) {
        assert!(all.iter().all(|subscription| !subscription.name.is_empty()));
    }
    if let Some(quota) = subject.answer("service quotas", cloud.proxy_quota().await) {
        assert!(quota.is_none_or(|quota| quota > 0));
    }
    assert_eq!(cloud.log_group(&unknown).await.unwrap(), None);
    if subject.can("say that a log is not found") {
        subject.refused(cloud.log_lines(&unknown, &["text"], now() - 60).await, ErrorKind::NotFound);
    }
}

pub async fn series_come_oldest_first_within_their_window(subject: &Subject) {
    let Some(sdk) = subject.sdk.as_ref().filter(|_| subject.can("CloudWatch in CBOR")) else { return };
    let (client, proxy) = (aws_sdk_cloudwatch::Client::new(sdk), subject.named("measured"));
    // On whole minutes: a period holds one value.
    let now = now() / 60 * 60;
    for (ago, value) in [(120, 1.0), (600, 2.0), (2 * i64::from(HOUR), 4.0)] {
        let dimension = Dimension::builder().name("ProxyName").value(&proxy).build();
        let at = DateTime::from_secs(now - ago);
        let datum = MetricDatum::builder().metric_name("ClientConnections").timestamp(at).value(value);
        let call = client.put_metric_data().namespace("AWS/RDS").metric_data(datum.dimensions(dimension).build());
        call.send().await.unwrap();
    }
    let asked = [clients("day", &proxy, 24 * HOUR), clients("hour", &proxy, HOUR)];
    let series = subject.cloud().series(&asked, now).await.unwrap();
    let points = |series: &Series| series.points.iter().map(|point| (now - point.at, point.value)).collect::<Vec<_>>();
    let read: Vec<_> = series.iter().map(|series| (series.id.as_str(), points(series))).collect();
    let (long_ago, hour) = ((2 * i64::from(HOUR), 4.0), [(600, 2.0), (120, 1.0)]);
    assert_eq!(read, [("day", vec![long_ago, hour[0], hour[1]]), ("hour", hour.to_vec())]);
}

pub async fn alarms_on_rds_are_told_from_others(subject: &Subject) {
    let Some(sdk) = subject.sdk.as_ref().filter(|_| subject.can("CloudWatch in CBOR")) else {
        subject.answer("CloudWatch in CBOR", subject.cloud().alarms().await);
        return;
    };
    let client = aws_sdk_cloudwatch::Client::new(sdk);
    let proxy = Dimension::builder().name("ProxyName").value("orders").build();
    let alarm = |name: String| {
        let above = ComparisonOperator::GreaterThanThreshold;
        client.put_metric_alarm().alarm_name(name).evaluation_periods(1).threshold(1.0).comparison_operator(above)
    };
    let [plain, maths, other] = ["plain", "maths", "other"].map(|what| subject.named(what));
    let of = |name: &String, namespace: &str| {
        let statistic = aws_sdk_cloudwatch::types::Statistic::Sum;
        let call = alarm(name.clone()).namespace(namespace).metric_name("ClientConnections").period(60);
        call.statistic(statistic).dimensions(proxy.clone()).send()
    };
    of(&plain, "AWS/RDS").await.unwrap();
    of(&other, "Own/Namespace").await.unwrap();
    let metric = Metric::builder().namespace("AWS/RDS").metric_name("QueryRequests").dimensions(proxy.clone()).build();
    let stat = MetricStat::builder().metric(metric).period(60).stat("Sum").build();
    let read = MetricDataQuery::builder().id("m1").metric_stat(stat).return_data(false).build();
    let doubled = MetricDataQuery::builder().id("e1").expression("m1 * 2").return_data(true).build();
    alarm(maths.clone()).metrics(read).metrics(doubled).send().await.unwrap();

    let alarms = subject.cloud().alarms().await.unwrap();
    let metrics = |name: &str| alarms.iter().find(|alarm| alarm.name == name).map(|alarm| alarm.metrics.as_slice());
    let [own] = metrics(&plain).unwrap_or_else(|| panic!("{alarms:?}")) else { panic!("{alarms:?}") };
    assert_eq!(
        (own.name.as_str(), own.dimensions.as_slice()),
        ("ClientConnections", clients("", "orders", 0).dimensions.as_slice())
    );
    if subject.can("alarms on metric maths") {
        assert_eq!(metrics(&maths).unwrap()[0].name, "QueryRequests");
    }
    assert_eq!(metrics(&other), None);
}

pub async fn an_alarm_is_read_as_it_was_made_and_goes(subject: &Subject) {
    let (cloud, proxy) = (subject.cloud(), subject.named("watched"));
    for kind in AlarmKind::ALL {
        let mut wanted = alarm(kind, &proxy);
        wanted.topic = Some("arn:aws:sns:eu-west-1:123456789012:ops-alerts".into());
        if matches!(wanted.watches, Watches::Share { .. }) && !subject.can("alarms on metric maths") {
            continue;
        }
        let made = cloud.put_alarm(&wanted, &Tags::new()).await;
        if subject.answer("CloudWatch in CBOR", made).is_none() {
            return;
        }
        assert_eq!(cloud.alarm(&wanted.name).await.unwrap(), Some(wanted.clone()));
        assert!(cloud.alarms().await.unwrap().iter().any(|there| there.reads(wanted.metric(), &proxy)), "{kind:?}");
        // AWS replaces without a word: what another threshold makes of it is another alarm.
        let other = MetricAlarm { threshold: wanted.threshold + 1, ..wanted.clone() };
        cloud.put_alarm(&other, &Tags::new()).await.unwrap();
        assert_ne!(cloud.alarm(&wanted.name).await.unwrap(), Some(wanted.clone()));
        cloud.delete_alarm(&wanted.name).await.unwrap();
        assert_eq!(cloud.alarm(&wanted.name).await.unwrap(), None);
    }
}

pub async fn topics_are_listed(subject: &Subject) {
    let name = subject.named("alerts");
    let Some(sdk) = &subject.sdk else {
        assert!(subject.cloud().topics().await.unwrap().iter().any(|arn| arn.ends_with(":ops-alerts")));
        return;
    };
    let made = aws_sdk_sns::Client::new(sdk).create_topic().name(&name).send().await.unwrap();
    assert!(subject.cloud().topics().await.unwrap().contains(&made.topic_arn.unwrap()));
}

pub async fn accounts_of_the_organization_are_listed(subject: &Subject) {
    let cloud = subject.cloud();
    let Some(sdk) = &subject.sdk else {
        let alone = cloud.organization_accounts().await.unwrap_err();
        assert_eq!(alone.code.as_deref(), Some("AWSOrganizationsNotInUseException"));
        return;
    };
    // It may be there already, or cannot be made because it is always there.
    let _ = aws_sdk_organizations::Client::new(sdk)
        .create_organization()
        .feature_set(aws_sdk_organizations::types::OrganizationFeatureSet::All)
        .send()
        .await;
    let accounts = cloud.organization_accounts().await.unwrap();
    let own = &subject.connection.account.id;
    assert!(accounts.iter().any(|account| account.id == *own && account.is_active()), "{accounts:?}");
}

pub async fn nobody_changed_what_is_not_there(subject: &Subject) {
    let changes = subject.cloud().changes(&subject.named("nothing"), &subject.connection.account.region).await;
    if let Some(changes) = subject.answer("history of calls", changes) {
        assert_eq!(changes, []);
    }
}

pub async fn an_alarm_that_went_off_is_remembered(subject: &Subject) {
    let (cloud, proxy, since) = (subject.cloud(), subject.named("rang"), now() - 600);
    let wanted = alarm(AlarmKind::Refused, &proxy);
    let names = [wanted.name.clone()];
    let Some(sdk) = &subject.sdk else {
        assert_eq!(cloud.alarm_rings(&names, since).await.unwrap(), []);
        return;
    };
    let none = cloud.alarm_rings(&names, since).await;
    if subject.answer("history of alarms", none).is_none() {
        return;
    }
    cloud.put_alarm(&wanted, &Tags::new()).await.unwrap();
    let client = aws_sdk_cloudwatch::Client::new(sdk);
    for state in [StateValue::Ok, StateValue::Alarm] {
        client.set_alarm_state().alarm_name(&wanted.name).state_value(state).state_reason("test").send().await.unwrap();
    }
    let rings = cloud.alarm_rings(&names, since).await.unwrap();
    let [ring] = rings.as_slice() else { panic!("only the change into ALARM: {rings:?}") };
    assert!(ring.alarm == wanted.name && (since..=now() + 5).contains(&ring.at), "{ring:?}");
    cloud.delete_alarm(&wanted.name).await.unwrap();
}

pub async fn parts_of_traced_calls_are_read(subject: &Subject) {
    let (cloud, function, now) = (subject.cloud(), subject.named("traced"), now());
    if let Some(ids) = subject.answer("find traces by service", cloud.trace_ids(&function, now - 60, now + 60).await) {
        assert_eq!(ids, [] as [String; 0]);
    }
    let id = format!("1-{now:08x}-{:024x}", 7);
    let Some(sdk) = &subject.sdk else {
        assert_eq!(cloud.traces(&[id]).await.unwrap(), []);
        return;
    };
    let segment = |origin: &str, number: u32| {
        let part = |name: &str, from: f64, until: f64| serde_json::json!({"id": "aaaaaaaaaaaaaaaa", "name": name, "start_time": from, "end_time": until});
        let begun = f64::from(u32::try_from(now).unwrap());
        let mut query = part("orders@db", begun + 0.5, begun + 0.75);
        query["sql"] = serde_json::json!({"sanitized_query": "SELECT 1"});
        let mut invocation = part("Invocation", begun + 0.5, begun + 1.0);
        invocation["subsegments"] = serde_json::json!([query]);
        let mut segment = part(&function, begun, begun + 1.0);
        segment["id"] = format!("{number:016x}").into();
        segment["trace_id"] = id.clone().into();
        segment["origin"] = origin.into();
        segment["subsegments"] = serde_json::json!([part("Init", begun, begun + 0.5), invocation]);
        segment.to_string()
    };
    let put = aws_sdk_xray::Client::new(sdk)
        .put_trace_segments()
        .trace_segment_documents(segment("AWS::Lambda", 1))
        .trace_segment_documents(segment("AWS::Lambda::Function", 2))
        .send()
        .await;
    if !subject.can("keep traces") {
        assert!(put.is_err() && cloud.traces(&[id]).await.is_err());
        return;
    }
    let put = put.unwrap();
    assert!(put.unprocessed_trace_segments.unwrap_or_default().is_empty());
    let read = cloud.traces(&[id, format!("1-{now:08x}-{:024x}", 8)]).await.unwrap();
    let [call] = read.as_slice() else { panic!("{read:?}") };
    let parts: Vec<_> = call.subsegments.iter().map(|part| (part.name.as_str(), part.is_query, part.ms)).collect();
    assert_eq!(parts, [("Init", false, 500.0), ("Invocation", false, 500.0), ("orders@db", true, 250.0)]);
}

pub async fn a_log_is_kept_as_long_as_it_was_said(subject: &Subject) {
    let (cloud, group) = (subject.cloud(), subject.named("/kept"));
    cloud.create_log_group(&group, &Tags::new()).await.unwrap();
    for days in [Some(30), Some(7), None] {
        cloud.set_log_retention(&group, days).await.unwrap();
        let alone = cloud.log_group(&group).await.unwrap().unwrap();
        assert_eq!(alone.retention_days, days);
        assert_eq!(cloud.log_groups(&[group.clone(), format!("{group}-2")]).await.unwrap(), [alone]);
    }
    cloud.delete_log_group(&group).await.unwrap();
    subject.refused(cloud.set_log_retention(&group, Some(30)).await, ErrorKind::NotFound);
}

pub async fn lines_with_a_known_text_are_found(subject: &Subject) {
    let Some(sdk) = &subject.sdk else { return };
    let client = aws_sdk_cloudwatchlogs::Client::new(sdk);
    let group = format!("/aws/rds/proxy/{}", subject.named("logging"));
    // It begins with the name asked for, and is another.
    for name in [format!("{group}-2"), group.clone()] {
        client.create_log_group().log_group_name(name).send().await.unwrap();
    }
    assert_eq!(subject.cloud().log_group(&group).await.unwrap().unwrap().retention_days, None);
    client.put_retention_policy().log_group_name(&group).retention_in_days(14).send().await.unwrap();
    assert_eq!(subject.cloud().log_group(&group).await.unwrap().unwrap().retention_days, Some(14));

    client.create_log_stream().log_group_name(&group).log_stream_name("s").send().await.unwrap();
    let now = now();
    let event =
        |ago: i64, text: &str| InputLogEvent::builder().timestamp((now - ago) * 1000).message(text).build().unwrap();
    let call = client.put_log_events().log_group_name(&group).log_stream_name("s");
    call.log_events(event(7200, "IAM authentication failed: too old"))
        .log_events(event(120, "IAM authentication failed for the role"))
        .log_events(event(90, "A new client connected"))
        .log_events(event(60, "something else"))
        .log_events(event(30, "The client session was pinned"))
        .send()
        .await
        .unwrap();
    let one = subject.cloud().log_lines(&group, &["IAM authentication failed"], now - 3600).await.unwrap();
    let [line] = one.as_slice() else { panic!("{one:?}") };
    assert_eq!((line.at, line.message.as_str()), (Some(now - 120), "IAM authentication failed for the role"));
    if !subject.can("search a log for any of several texts") {
        return;
    }
    let texts = ["IAM authentication failed", "The client session was pinned"];
    let lines = subject.cloud().log_lines(&group, &texts, now - 3600).await.unwrap();
    let found: Vec<_> = lines.iter().map(|line| (line.at, line.message.as_str())).collect();
    assert_eq!(
        found,
        [
            (Some(now - 30), "The client session was pinned"),
            (Some(now - 120), "IAM authentication failed for the role"),
        ]
    );
}

pub async fn lists_and_peerings_are_read(subject: &Subject) {
    let Some(sdk) = &subject.sdk else { return };
    let (ec2, cloud, vpc) = (aws_sdk_ec2::Client::new(sdk), subject.cloud(), &subject.seeded.vpc_id);
    let entry = AddPrefixListEntry::builder().cidr("10.9.0.0/16").build();
    let call = ec2.create_managed_prefix_list().prefix_list_name("office").max_entries(5).address_family("IPv4");
    let made = call.entries(entry).send().await.unwrap().prefix_list.unwrap().prefix_list_id.unwrap();
    let asked = [made.clone(), "pl-00000000000000000".to_owned()];
    let lists =
        cloud.prefix_lists(if subject.can("say that a prefix list is not found") { &asked } else { &asked[..1] });
    let lists = lists.await.unwrap();
    let [list] = lists.as_slice() else { panic!("{lists:?}") };
    assert_eq!(
        (&list.id, list.name.as_str(), list.cidrs.as_slice()),
        (&made, "office", ["10.9.0.0/16".to_owned()].as_slice())
    );

    let other = ec2.create_vpc().cidr_block("10.30.0.0/16").send().await.unwrap().vpc.unwrap().vpc_id.unwrap();
    ec2.create_vpc_peering_connection().vpc_id(&other).peer_vpc_id(vpc).send().await.unwrap();
    for side in [vpc, &other] {
        let peerings = cloud.peerings(side).await.unwrap();
        let peering = peerings.iter().find(|peering| peering.requester_vpc == other).unwrap();
        assert_eq!(&peering.accepter_vpc, vpc);
        assert!(!peering.status.as_str().is_empty());
    }
}

pub async fn parameters_say_who_set_them(subject: &Subject) {
    let Some(sdk) = &subject.sdk else { return };
    let (rds, name) = (aws_sdk_rds::Client::new(sdk), subject.named("own"));
    let call = rds.create_db_parameter_group().db_parameter_group_name(&name).db_parameter_group_family("mysql8.0");
    call.description("made by a test").send().await.unwrap();
    let reboot = aws_sdk_rds::types::ApplyMethod::PendingReboot;
    let own = Parameter::builder().parameter_name("max_connections").parameter_value("50").apply_method(reboot).build();
    rds.modify_db_parameter_group().db_parameter_group_name(&name).parameters(own).send().await.unwrap();
    let parameters = subject.cloud().db_parameters(&name).await.unwrap();
    let own = parameters.iter().find(|parameter| parameter.name == "max_connections").unwrap();
    assert_eq!((&own.group, own.value.as_str()), (&name, "50"));
    assert!(own.set_by_user || !subject.can("say who set a parameter"));
}
