package vn.phongtrao.document;

/** A file is not accepted; the message is Vietnamese and says why. */
class Unacceptable extends Exception {

    Unacceptable(String message) {
        super(message);
    }
}
