package software.amazon.awssdk.regions;

/** Stands in for AWS's. */
public record Region(String id) {
    public static Region of(String id) {
        return new Region(id);
    }
}
