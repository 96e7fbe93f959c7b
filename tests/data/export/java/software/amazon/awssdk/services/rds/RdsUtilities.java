package software.amazon.awssdk.services.rds;

import boot.AwsCli;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.model.GenerateAuthenticationTokenRequest;

/** Stands in for AWS's: the AWS CLI signs. */
public final class RdsUtilities {
    private Region region;

    public static RdsUtilities builder() {
        return new RdsUtilities();
    }

    public RdsUtilities region(Region region) {
        this.region = region;
        return this;
    }

    public RdsUtilities credentialsProvider(DefaultCredentialsProvider credentials) {
        return this;
    }

    public RdsUtilities build() {
        return this;
    }

    public String generateAuthenticationToken(GenerateAuthenticationTokenRequest request) {
        return AwsCli.says("rds", "generate-db-auth-token", "--region", region.id(), "--hostname", request.hostname,
                "--port", String.valueOf(request.port), "--username", request.username);
    }
}
