# What the design step says: reasons of defaults, notes, problems, cost arithmetic.
# Names in backticks are set in mono.

design-cost-proxy-vcpu = { $vcpus } vCPU × ${ $price } × 730 h
