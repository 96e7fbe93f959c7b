package software.amazon.awssdk.services.secretsmanager;

import boot.AwsCli;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;

/** Stands in for AWS's: the AWS CLI asks. */
public final class SecretsManagerClient {
    public record Secret(String secretString) {}

    public static SecretsManagerClient create() {
        return new SecretsManagerClient();
    }

    public Secret getSecretValue(GetSecretValueRequest request) {
        return new Secret(AwsCli.says("secretsmanager", "get-secret-value", "--secret-id", request.secretId,
                "--query", "SecretString", "--output", "text"));
    }
}
