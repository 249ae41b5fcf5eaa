//! `tiaoli new`: a fresh package that checks and tests green, or the beginning of one for a document that is there.

use crate::files::{self, shown};
use crate::package::{CUTS, LOCK, MANIFEST};
use crate::report::{Failure, Report};
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::document::{self, ClauseKind, Document, Lock};
use tiaoli::{Code, Diagnostic, FileId, Lang, Problems};

const DOCUMENT: &str = include_str!("../../template/source.txt");
const CUT_LINES: &str = include_str!("../../template/source.clauses");
const MANIFEST_TEXT: &str = include_str!("../../template/tiaoli.toml");
const RULES: [(&str, &str); 4] = [
    ("1-词汇.tiaoli", include_str!("../../template/1-词汇.tiaoli")),
    ("2-条款.tiaoli", include_str!("../../template/2-条款.tiaoli")),
    ("3-结算.tiaoli", include_str!("../../template/3-结算.tiaoli")),
    ("4-算例.tiaoli", include_str!("../../template/4-算例.tiaoli")),
];

/// The vocabulary of a package that is begun.
const VOCABULARY: &str = "\
# 文件说到的每一件事写一行：名称、英文别名、来源（登记、申报、认定、核定、参数）、类型。

政策 “{title}” {}

词汇 申报主体（又称 企业）applicant {
}

词汇 项目 project 属于 申报主体 {
}
";
const TO_BE_WRITTEN: &str = "\
# 每一条款照文件写成规则，或列入宣示；写好的去掉行首的 #。
";

/// Arguments of `tiaoli new`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 新政策包的文件夹，末段即其名称 / folder to make; its last part is the name
    pub(crate) name: PathBuf,
    /// 从公布的文件开始：照录原文，切分条款，列出待写的条款 / begin with the published document: copy it, cut it, list what is to be written
    #[arg(long, value_name = "DOCUMENT")]
    pub(crate) from: Option<PathBuf>,
}

/// Writes the package; nothing that is there is touched.
pub(crate) fn run(args: &Args, context: &Context<'_>) -> Result<Report, Failure> {
    let folder = args.name.as_path();
    let bad = || Failure::usage(Diagnostic::new(Code::BAD_NAME).arg("name", shown(folder)));
    let name = folder.file_name().and_then(|it| it.to_str()).filter(|it| is_name(it)).ok_or_else(bad)?;
    if folder.exists() {
        return Err(Failure::usage(Diagnostic::new(Code::ALREADY_THERE).arg("path", shown(folder))));
    }
    let files = match &args.from {
        Some(source) => begun(name, &files::text(source)?),
        None => example(name),
    };
    std::fs::create_dir_all(folder).map_err(|why| cannot(folder, &why))?;
    for (file, text) in files {
        write(folder, file, &text)?;
    }
    let path = shown(folder);
    let next = match &args.from {
        Some(_) => format!("tiaoli cut {path}"),
        None => format!("tiaoli check {path}"),
    };
    Ok(Report::fine(match context.lang {
        Lang::Zh => format!("已新建 {path}\n接着：{next}\n"),
        Lang::En => format!("made {path}\nnext: {next}\n"),
    }))
}

/// The files of a whole small package.
fn example(name: &str) -> Vec<(&'static str, String)> {
    let document = document::read(DOCUMENT, CUT_LINES, FileId(0), FileId(1), &mut Problems::new());
    let mut files = vec![
        (MANIFEST, MANIFEST_TEXT.replace("{name}", name)),
        ("source.txt", DOCUMENT.to_owned()),
        (CUTS, CUT_LINES.to_owned()),
        (LOCK, Lock::of(&document).to_string()),
    ];
    files.extend(RULES.map(|(file, text)| (file, text.to_owned())));
    files
}

/// The files of a package of which only the document is there: its cuts as proposed, its clauses as comments, to be written.
fn begun(name: &str, text: &str) -> Vec<(&'static str, String)> {
    let cuts = document::propose(text);
    let document = document::read(text, &cuts, FileId(0), FileId(1), &mut Problems::new());
    let title = document.title().unwrap_or_default().replace(['\r', '\n'], "");
    let manifest: Vec<String> = MANIFEST_TEXT
        .lines()
        .map(|line| if line.starts_with("title = ") { format!("title = {title:?}") } else { line.to_owned() })
        .collect();
    vec![
        (MANIFEST, format!("{}\n", manifest.join("\n")).replace("{name}", name)),
        ("source.txt", text.to_owned()),
        (CUTS, cuts),
        ("1-词汇.tiaoli", VOCABULARY.replace("{title}", &title)),
        ("2-条款.tiaoli", to_be_written(&document)),
    ]
}

/// Every clause under the title of its article, as comments.
fn to_be_written(document: &Document) -> String {
    let mut text = String::from(TO_BE_WRITTEN);
    for clause in &document.clauses {
        let words = document.words(clause).split_whitespace().collect::<Vec<_>>().join(" ");
        match clause.kind {
            ClauseKind::Title => {}
            ClauseKind::Heading => {
                let article = clause.id.as_str().trim_end_matches(".0");
                let title = document.article_title(article).unwrap_or_default().replace(['\r', '\n'], "");
                text.push_str(&format!("\n# 条款 {article} “{title}”\n"));
            }
            ClauseKind::Text => text.push_str(&format!("#   {} {words}\n", clause.id)),
        }
    }
    text
}

/// Letters of any script, digits, hyphens.
fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')) && !text.starts_with(['-', '.'])
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let path = folder.join(name);
    std::fs::write(&path, text).map_err(|why| cannot(&path, &why))
}

fn cannot(path: &Path, why: &std::io::Error) -> Failure {
    Failure::usage(files::cannot(Code::CANNOT_WRITE, path, why))
}
