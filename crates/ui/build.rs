//! The pages need the front end: say so plainly where it has not been built yet.

fn main() {
    let manifest = "../../web/dist/manifest.json";
    println!("cargo::rerun-if-changed=../../web/dist");
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=locales");
    if !std::path::Path::new(manifest).is_file() {
        println!(
            "cargo::error=the front end is not built: run `npm ci && npm run build` in web/ (or `make web`), \
             then build again"
        );
    }
}
