<?php
// Holds a handler as Bref does in Lambda's environment: php boot.php FILE
// Each line on standard input is an invocation; each answers with a line of JSON.
$warnings = [];
set_error_handler(function (int $level, string $warning) use (&$warnings): bool {
    $warnings[] = $warning;
    return true;
});
$handler = require $argv[1];
while (($line = fgets(STDIN)) !== false) {
    try {
        $said = ['answer' => $handler(json_decode($line, true))];
    } catch (Throwable $error) {
        $said = ['error' => implode(' ', [get_class($error), $error->getMessage(), ...$warnings])];
    }
    fwrite(STDOUT, json_encode($said) . "\n");
}
