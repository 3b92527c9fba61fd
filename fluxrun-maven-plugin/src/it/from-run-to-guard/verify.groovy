def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def fixture = new File(basedir, 'orders/src/test/resources/fixtures/Orders.place-IllegalStateException.json')

assert builds.size() == 7
assert builds[0].readLines().findAll { it.contains('Failed to execute goal') }.size() == 1
assert builds[0].contains('[FLUX-209] Could not write ') && !builds[0].contains('Replaying')
assert builds[1].contains('Run run_place does not enter pricing.')
assert builds[1].contains('[FLUX-205] Orders.place-IllegalStateException.json brought the failure back 0 of 3 times')
assert builds[2].contains('Reproduced 3 times: failed, IllegalStateException')
assert builds[2].contains("wrote ${fixture}")
assert builds[3].contains('[FLUX-214] Nothing was written, this cannot be accepted: FLUX-102 REGRESSED')
assert builds[4].contains('[INFO] FLUX-103 INCONCLUSIVE')
assert builds[4].contains('accepted outcome  completed')
assert builds[4].contains('accepted result   waiting for stock: ord_01 at 1999')
assert builds[5].contains('0 fixtures')
assert builds[5].contains('1 replayed · 1 repaired · 0 regressed')
assert builds[6].contains('1 replayed · 0 repaired · 1 regressed')
assert builds[6].contains('[FLUX-217] FLUX-102 REGRESSED Orders.place-IllegalStateException.json')

assert fixture.text.contains('"times": 3')
assert fixture.text.contains('"issue": "INC-42"')
assert fixture.text.contains('waiting for stock')
assert new File(basedir, 'orders/src/test/java/com/example/OrdersPlaceThrowsIllegalStateExceptionTest.java').exists()
assert !new File(basedir, 'pricing/src/test').exists()

def reports = new File(basedir, 'orders/target/fluxrun')
assert new File(reports, 'exit-code').text == '1\n'
assert new File(reports, 'verify.md').text.contains('| Orders.place-IllegalStateException.json | **regressed** |')
assert new File(reports, 'TEST-fluxrun-verify.xml').text.contains('failures="1"')
