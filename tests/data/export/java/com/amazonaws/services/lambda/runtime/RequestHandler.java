package com.amazonaws.services.lambda.runtime;

/** Stands in for AWS's. */
public interface RequestHandler<I, O> {
    O handleRequest(I input, Context context);
}
