//! The regions of AWS, for the picker. A region that is not here can still be typed, as long as it
//! looks like one.

/// A region's id and the place people know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// `eu-west-1`.
    pub id: &'static str,
    /// `Europe (Ireland)`.
    pub place: &'static str,
}

/// Whether this can be the name of a region, known or to come: `us-gov-east-1`, `eusc-de-east-1`.
pub fn is_region_name(id: &str) -> bool {
    let Some((words, number)) = id.rsplit_once('-') else { return false };
    let is_word = |word: &str| (2..=16).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase());
    words.contains('-')
        && words.split('-').all(is_word)
        && (1..=2).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
        && id.len() <= 32
}

/// The place name of a region, if it is a known one.
pub fn place_of(id: &str) -> Option<&'static str> {
    REGIONS.iter().find(|region| region.id == id).map(|region| region.place)
}

const fn at(id: &'static str, place: &'static str) -> Region {
    Region { id, place }
}

/// Known regions by continent. <https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html>
pub const REGIONS: &[Region] = &[
    at("us-east-1", "US East (N. Virginia)"),
    at("us-east-2", "US East (Ohio)"),
    at("us-west-1", "US West (N. California)"),
    at("us-west-2", "US West (Oregon)"),
    at("ca-central-1", "Canada (Central)"),
    at("ca-west-1", "Canada West (Calgary)"),
    at("mx-central-1", "Mexico (Central)"),
    at("sa-east-1", "South America (São Paulo)"),
    at("eu-central-1", "Europe (Frankfurt)"),
    at("eu-central-2", "Europe (Zurich)"),
    at("eu-north-1", "Europe (Stockholm)"),
    at("eu-south-1", "Europe (Milan)"),
    at("eu-south-2", "Europe (Spain)"),
    at("eu-west-1", "Europe (Ireland)"),
    at("eu-west-2", "Europe (London)"),
    at("eu-west-3", "Europe (Paris)"),
    at("af-south-1", "Africa (Cape Town)"),
    at("il-central-1", "Israel (Tel Aviv)"),
    at("me-central-1", "Middle East (UAE)"),
    at("me-south-1", "Middle East (Bahrain)"),
    at("ap-east-1", "Asia Pacific (Hong Kong)"),
    at("ap-east-2", "Asia Pacific (Taipei)"),
    at("ap-northeast-1", "Asia Pacific (Tokyo)"),
    at("ap-northeast-2", "Asia Pacific (Seoul)"),
    at("ap-northeast-3", "Asia Pacific (Osaka)"),
    at("ap-south-1", "Asia Pacific (Mumbai)"),
    at("ap-south-2", "Asia Pacific (Hyderabad)"),
    at("ap-southeast-1", "Asia Pacific (Singapore)"),
    at("ap-southeast-2", "Asia Pacific (Sydney)"),
    at("ap-southeast-3", "Asia Pacific (Jakarta)"),
    at("ap-southeast-4", "Asia Pacific (Melbourne)"),
    at("ap-southeast-5", "Asia Pacific (Malaysia)"),
    at("ap-southeast-6", "Asia Pacific (New Zealand)"),
    at("ap-southeast-7", "Asia Pacific (Thailand)"),
    at("cn-north-1", "China (Beijing)"),
    at("cn-northwest-1", "China (Ningxia)"),
    at("us-gov-east-1", "AWS GovCloud (US-East)"),
    at("us-gov-west-1", "AWS GovCloud (US-West)"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_told_by_its_form() {
        assert!(REGIONS.iter().all(|region| is_region_name(region.id)));
        assert!(is_region_name("eusc-de-east-1") && is_region_name("us-isob-east-1"));
        for id in [
            "",
            "eu-west",
            "eu-1",
            "EU-west-1",
            "eu-west-1 ",
            "eu-west-$(id)-1",
            "eu-west-1\n",
            "../eu-west-1",
            "-west-1",
        ] {
            assert!(!is_region_name(id), "{id:?}");
        }
    }

    #[test]
    fn every_region_is_listed_once() {
        let mut ids: Vec<&str> = REGIONS.iter().map(|region| region.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), REGIONS.len());
        assert_eq!(place_of("eu-west-1"), Some("Europe (Ireland)"));
    }
}
