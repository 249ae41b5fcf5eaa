//! The command line as clap reads it. The arguments of each verb stand in the verb's own file.

use crate::command::{
    allocate, build, check, cover, cut, diff, eval, explain, fmt, guide, inspect, mutate, new, render, schema, test,
};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// 条理：把扶持政策写成可核对、可计算的规则 / funding policies as rules that can be checked and computed
#[derive(Debug, Parser)]
#[command(name = "tiaoli", version, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// 提示所用语言，缺省随系统；JSON 不受影响 / language of messages, by default the system's; JSON never depends on it
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub(crate) lang: Option<Language>,
    /// 编译文件须有此公钥的签名（同名 .minisig）/ compiled files must be signed by this minisign key (their .minisig)
    #[arg(long, global = true, value_name = "KEY.pub")]
    pub(crate) signed_by: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// 检查政策包：规则、条款、读法、算例 / check a policy package
    Check(check::Args),
    /// 运行算例 / run the golden cases
    Test(test::Args),
    /// 算例覆盖了规则的多少 / what the golden cases have seen of the rules
    Cover(cover::Args),
    /// 逐处改动规则，看算例能否发现 / change the rules one slip at a time and see whether a golden case notices
    Mutate(mutate::Args),
    /// 两版政策有什么不同：条款、规则、算例、金额 / what a change of a policy does: clauses, rules, cases, money
    Diff(diff::Args),
    /// 计算一份申请 / decide an application
    Eval(eval::Args),
    /// 把预算、名额分给许多份申请 / share budgets and quotas among many applications
    Allocate(allocate::Args),
    /// 逐步说明一项申请的结果 / explain one claim step by step
    Explain(explain::Args),
    /// 政策里有什么：词汇、条款、规则、程序和期限 / what a policy is made of: dictionary, clauses, rules, procedures and deadlines
    Inspect(inspect::Args),
    /// 申请的 JSON Schema / JSON Schema of an application
    Schema(schema::Args),
    /// 编译为一个文件，供其他工具装载 / compile into one file that other tools load
    Build(build::Args),
    /// 切分文件为条款，核对改动 / cut the document into clauses and see what changed
    Cut(cut::Args),
    /// 排版：统一空格、换行、标点和数的写法 / lay files out: blanks, line ends, marks, figures
    Fmt(fmt::Args),
    /// 规则与文件对照的网页；--lang en 给出英文 / the rules beside the document as a page; --lang en in plain English
    Render(render::Args),
    /// 办事指南；--manual 是经办手册 / the guide for applicants; --manual for the desk
    Guide(guide::Args),
    /// 新建一个政策包 / make a fresh policy package
    New(new::Args),
}

/// Languages of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

/// Formats of problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProblemFormat {
    /// 供人阅读 / for people
    #[default]
    Human,
    /// 每个问题一行 / one line a problem
    Plain,
    /// JSON
    Json,
    /// JUnit XML，供 CI 汇总 / JUnit XML, for the test report of a CI server
    Junit,
    /// SARIF 2.1.0，供代码扫描 / SARIF 2.1.0, for code scanning
    Sarif,
    /// GitHub 的行内标注 / annotations of GitHub
    Github,
}

/// Formats of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// 供人阅读 / for people
    #[default]
    Human,
    /// JSON
    Json,
}
