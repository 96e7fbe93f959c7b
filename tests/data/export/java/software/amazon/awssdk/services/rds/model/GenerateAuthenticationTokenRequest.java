package software.amazon.awssdk.services.rds.model;

/** Stands in for AWS's. */
public final class GenerateAuthenticationTokenRequest {
    public String hostname;
    public int port;
    public String username;

    public static GenerateAuthenticationTokenRequest builder() {
        return new GenerateAuthenticationTokenRequest();
    }

    public GenerateAuthenticationTokenRequest hostname(String hostname) {
        this.hostname = hostname;
        return this;
    }

    public GenerateAuthenticationTokenRequest port(int port) {
        this.port = port;
        return this;
    }

    public GenerateAuthenticationTokenRequest username(String username) {
        this.username = username;
        return this;
    }

    public GenerateAuthenticationTokenRequest build() {
        return this;
    }
}
