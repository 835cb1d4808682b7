package vn.phongtrao.bench;

/** A commune whose people have accounts. @param path for example {@code 95/954/31813} */
record Place(String path) {

    /** Path of its district. */
    String above() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** @param position for example {@code police-chief} @return the account of who holds it there */
    String account(String position) {
        return account(position, path);
    }

    String accountAbove(String position) {
        return account(position, above());
    }

    String accountOfProvince(String position) {
        return position + "." + path.substring(0, path.indexOf('/'));
    }

    private static String account(String position, String path) {
        return position + "." + path.substring(path.lastIndexOf('/') + 1);
    }
}
