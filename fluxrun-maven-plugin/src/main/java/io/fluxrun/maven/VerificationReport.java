package io.fluxrun.maven;

import io.fluxrun.run.Receipt;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A verification for CI: {@code verify.md} to show beside a change, {@code TEST-fluxrun-verify.xml} in the form that CI
 * servers read of JUnit, and {@code exit-code} for {@code git bisect run}.
 */
final class VerificationReport {
    private static final String FIX = "What to do is in the failure of its test.";

    private VerificationReport() {}

    /** Removes what an earlier build left, so that a build that does not get this far leaves nothing to be believed. */
    static void clear(Path directory) throws IOException {
        for (var name : List.of("verify.md", "TEST-fluxrun-verify.xml", "exit-code")) {
            Files.deleteIfExists(directory.resolve(name));
        }
    }

    static void write(Verification verification, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("verify.md"), markdown(verification));
        Files.writeString(directory.resolve("TEST-fluxrun-verify.xml"), xml(verification));
        Files.writeString(directory.resolve("exit-code"), verification.exitCode() + "\n");
    }

    static String markdown(Verification verification) {
        var lines = new ArrayList<String>();
        lines.add("### FluxRun: " + verification.summary());
        if (!verification.checked().isEmpty()) {
            lines.add("");
            lines.add("| Fixture | | Test | |");
            lines.add("|---|---|---|---|");
            verification.checked().forEach(one -> lines.add(row(one)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(Checked one) {
        var receipt = one.receipt();
        var remark = (one.fault() == null ? "" : one.fault()) + (one.neverRed() ? " Never seen red." : "");
        return "| " + cell(one.name()) + " | " + (one.fault() == null ? "" : "**") + one.end()
                + (one.fault() == null ? "" : "**") + " | " + (receipt == null ? "" : cell(receipt.test())) + " | "
                + cell(remark.strip()) + " |";
    }

    /** What a fixture or a message holds must not become mark-up. */
    private static String cell(String text) {
        return Printable.line(text)
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("`", "\\`");
    }

    static String xml(Verification verification) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "fluxrun:verify");
            xml.writeAttribute("tests", "" + verification.checked().size());
            xml.writeAttribute("failures", "" + verification.faults().size());
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            for (var one : verification.checked()) {
                testcase(xml, one);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can be written to", e);
        }
        return text + "\n";
    }

    private static void testcase(XMLStreamWriter xml, Checked one) throws XMLStreamException {
        var receipt = one.receipt();
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", Printable.line(one.name()));
        xml.writeAttribute("classname", receipt == null ? "fluxrun" : className(receipt));
        if (one.fault() != null) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", one.end());
            xml.writeAttribute("message", Printable.line(one.fault()));
            xml.writeCharacters(receipt == null ? FIX : Printable.text(receipt.message()));
            xml.writeEndElement();
        }
        if (one.neverRed()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters("This guard was never seen red: nothing proves that its failure came back on replay.");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String className(Receipt receipt) {
        int method = receipt.test().indexOf('#');
        return method < 0 ? receipt.test() : receipt.test().substring(0, method);
    }
}
