package vn.phongtrao.text;

import java.util.ServiceLoader;

/** Letters that can be printed. Who prints papers provides them, as a service of {@link ServiceLoader}. */
public interface Letters {

    boolean has(int codePoint);

    /** Those of papers. What is entered and not among them would be missing there. */
    static Letters ofPapers() {
        return Printed.LETTERS;
    }

    /** Found at first use. */
    final class Printed {

        private static final Letters LETTERS = ServiceLoader.load(Letters.class, Letters.class.getClassLoader())
                .findFirst().orElseThrow();

        private Printed() {
        }
    }
}
