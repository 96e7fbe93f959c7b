package software.amazon.awssdk.services.secretsmanager.model;

/** Stands in for AWS's. */
public final class GetSecretValueRequest {
    public String secretId;

    public static GetSecretValueRequest builder() {
        return new GetSecretValueRequest();
    }

    public GetSecretValueRequest secretId(String secretId) {
        this.secretId = secretId;
        return this;
    }

    public GetSecretValueRequest build() {
        return this;
    }
}
