def log = new File(basedir, 'build.log').text
assert log =~ /run_a1\s+2026-11-20 .*failed \(503\)\s+GET \/orders\/ord_01\s+http POST \/stock\/check\s+3\s+READY/
assert log.contains('Broke at POST /stock/check (503).')
assert log.contains('"id": "run_b1"')
assert log.contains('Skipping FluxRun because fluxrun.skip is set.')
