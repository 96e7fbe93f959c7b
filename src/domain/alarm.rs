//! A metric alarm, as `cloudwatch:PutMetricAlarm` takes it and `DescribeAlarms` shows it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::monitoring::{Alarm, AlarmMetric, Statistic};

/// A metric alarm on a proxy. Missing data never rings it: a proxy without clients measures nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetricAlarm {
    pub name: String,
    pub watches: Watches,
    /// Seconds of one period.
    pub period_secs: u32,
    /// Periods in a row that have to be beyond the threshold.
    pub periods: u32,
    pub rings: Rings,
    pub threshold: u32,
    /// ARN of the SNS topic that is told; without one the alarm only shows in CloudWatch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
}

/// What is held against the threshold, of `AWS/RDS`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Watches {
    Metric {
        name: String,
        statistic: Statistic,
        dimensions: Vec<(String, String)>,
    },
    /// How many per cent one metric is of another, both as sums over the proxy's nodes.
    Share {
        part: String,
        whole: String,
        dimensions: Vec<(String, String)>,
    },
    /// Something that this program never makes, in AWS's words.
    Other(String),
}

/// On which side of the threshold it rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rings {
    Above,
    Below,
}

impl Rings {
    pub const fn api_name(self) -> &'static str {
        match self {
            Self::Above => "GreaterThanThreshold",
            Self::Below => "LessThanThreshold",
        }
    }

    /// Whether this value is beyond the threshold.
    pub fn beyond(self, value: f64, threshold: f64) -> bool {
        match self {
            Self::Above => value > threshold,
            Self::Below => value < threshold,
        }
    }
}

impl MetricAlarm {
    /// The metric that tells it from the others: what is counted, not what it is counted against.
    pub fn metric(&self) -> &str {
        match &self.watches {
            Watches::Metric { name, .. } => name,
            Watches::Share { part, .. } => part,
            Watches::Other(text) => text,
        }
    }

    /// How many metrics it reads: AWS counts each of them as an alarm.
    /// <https://aws.amazon.com/cloudwatch/pricing/>
    pub const fn metrics_read(&self) -> u32 {
        match self.watches {
            Watches::Metric { .. } | Watches::Other(_) => 1,
            Watches::Share { .. } => 2,
        }
    }

    /// Reduced to what it watches.
    pub fn outline(&self) -> Alarm {
        let (names, dimensions) = match &self.watches {
            Watches::Metric { name, dimensions, .. } => (vec![name], dimensions.clone()),
            Watches::Share { part, whole, dimensions } => (vec![part, whole], dimensions.clone()),
            Watches::Other(_) => (Vec::new(), Vec::new()),
        };
        let metric = |name: &String| AlarmMetric {
            namespace: NAMESPACE.to_owned(),
            name: name.clone(),
            dimensions: dimensions.clone(),
        };
        Alarm { name: self.name.clone(), metrics: names.into_iter().map(metric).collect() }
    }

    /// The two metrics of a share and their quotient, as `Metrics` takes them.
    fn metrics(&self) -> Value {
        let Watches::Share { part, whole, dimensions } = &self.watches else { return Value::Null };
        let dimensions: Vec<Value> =
            dimensions.iter().map(|(name, value)| json!({ "Name": name, "Value": value })).collect();
        let metric = |id: &str, name: &str| {
            let metric = json!({ "Namespace": NAMESPACE, "MetricName": name, "Dimensions": dimensions });
            let stat = json!({ "Metric": metric, "Period": self.period_secs, "Stat": "Sum" });
            json!({ "Id": id, "ReturnData": false, "MetricStat": stat })
        };
        let share = json!({ "Id": "share", "Expression": SHARE, "ReturnData": true });
        json!([metric("part", part), metric("whole", whole), share])
    }

    /// The call's input, as AWS names its members.
    pub fn input(&self) -> Value {
        let mut input = serde_json::Map::new();
        input.insert("AlarmName".into(), json!(self.name));
        match &self.watches {
            Watches::Metric { name, statistic, dimensions } => {
                let dimensions: Vec<Value> =
                    dimensions.iter().map(|(name, value)| json!({ "Name": name, "Value": value })).collect();
                input.insert("Namespace".into(), json!(NAMESPACE));
                input.insert("MetricName".into(), json!(name));
                input.insert("Dimensions".into(), json!(dimensions));
                input.insert("Statistic".into(), json!(statistic.api_name()));
                input.insert("Period".into(), json!(self.period_secs));
            }
            Watches::Share { .. } => {
                input.insert("Metrics".into(), self.metrics());
            }
            Watches::Other(_) => {}
        }
        input.insert("EvaluationPeriods".into(), json!(self.periods));
        input.insert("Threshold".into(), json!(self.threshold));
        input.insert("ComparisonOperator".into(), json!(self.rings.api_name()));
        input.insert("TreatMissingData".into(), json!(MISSING));
        if let Some(topic) = &self.topic {
            input.insert("AlarmActions".into(), json!([topic]));
        }
        Value::Object(input)
    }
}

/// Where a proxy's metrics are.
pub const NAMESPACE: &str = "AWS/RDS";
/// What a period without data counts as.
pub const MISSING: &str = "notBreaching";
/// The quotient of a share, in per cent.
pub const SHARE: &str = "100 * part / whole";
