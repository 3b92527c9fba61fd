io.fluxrun.maven.Samples.storeOfPlace(new File(basedir, '.fluxrun').toPath())
return true
