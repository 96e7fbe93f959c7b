# Holds a handler as Lambda's environment does: ruby -I STANDINS boot.rb FILE
# Each line on standard input is an invocation; each answers with a line of JSON. The line
# {"at_once": 20} is as many, started together, and answers with a line of all answers.
require "json"
$stdout.sync = true
load ARGV.fetch(0)

def invoke(event)
  { answer: handler(event: event, context: nil) }
rescue StandardError => e
  { error: "#{e.class} #{e.message}" }
end

$stdin.each_line do |line|
  event = JSON.parse(line)
  at_once = event["at_once"]
  said = at_once ? Array.new(at_once) { Thread.new { invoke(event) } }.map(&:value) : invoke(event)
  puts JSON.generate(said)
end
