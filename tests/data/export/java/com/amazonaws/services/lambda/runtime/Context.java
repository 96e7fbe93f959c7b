package com.amazonaws.services.lambda.runtime;

/** Stands in for AWS's. */
public interface Context {}
