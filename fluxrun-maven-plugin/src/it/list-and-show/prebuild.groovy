io.fluxrun.maven.Samples.store(new File(basedir, '.fluxrun').toPath())
return true
